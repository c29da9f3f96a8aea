"""A headless Chromium, spoken to over the DevTools protocol on a pipe. Standard library only."""

import base64
import json
import os
import shutil
import subprocess
import tempfile
import time

KEYS = {
    "Enter": ("Enter", 13, "\r"),
    "Tab": ("Tab", 9, ""),
    "Escape": ("Escape", 27, ""),
    "Backspace": ("Backspace", 8, ""),
    "Home": ("Home", 36, ""),
    "End": ("End", 35, ""),
    "ArrowLeft": ("ArrowLeft", 37, ""),
    "ArrowUp": ("ArrowUp", 38, ""),
    "ArrowRight": ("ArrowRight", 39, ""),
    "ArrowDown": ("ArrowDown", 40, ""),
    " ": ("Space", 32, " "),
}
MODIFIERS = {"Alt": 1, "Control": 2, "Meta": 4, "Shift": 8}


class Failure(Exception):
    """Something that was expected did not come about."""


class Chromium:
    """One browser process with a profile of its own, ended by `close`."""

    def __init__(self, program=None):
        program = program or shutil.which("chromium") or shutil.which("google-chrome")
        if not program:
            raise Failure("there is no chromium on the PATH")
        self.profile = tempfile.mkdtemp(prefix="explorer-")
        to_read, self.to = os.pipe()
        self.fro, to_write = os.pipe()

        def at_three_and_four():
            # Chromium reads its commands from descriptor 3 and answers on 4.
            read, write = os.dup(to_read), os.dup(to_write)
            os.dup2(read, 3)
            os.dup2(write, 4)

        self.process = subprocess.Popen(
            [
                program,
                "--headless=new",
                "--remote-debugging-pipe",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-extensions",
                "--hide-scrollbars",
                "--force-color-profile=srgb",
                f"--user-data-dir={self.profile}",
                "about:blank",
            ],
            preexec_fn=at_three_and_four,
            close_fds=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_read)
        os.close(to_write)
        self.buffer = b""
        self.last_id = 0
        self.events = []

    def call(self, method, parameters=None, session=None, seconds=30):
        """Sends one command and gives its result; events that arrive meanwhile are kept."""
        self.last_id += 1
        message = {"id": self.last_id, "method": method, "params": parameters or {}}
        if session:
            message["sessionId"] = session
        os.write(self.to, json.dumps(message).encode() + b"\0")
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            answer = self.receive()
            if answer.get("id") == self.last_id:
                if "error" in answer:
                    raise Failure(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)
        raise Failure(f"{method}: no answer within {seconds} s")

    def receive(self):
        while b"\0" not in self.buffer:
            part = os.read(self.fro, 1 << 20)
            if not part:
                raise Failure("the browser has gone")
            self.buffer += part
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def close(self):
        self.process.terminate()
        self.process.wait(timeout=10)
        shutil.rmtree(self.profile, ignore_errors=True)


class Page:
    """A tab in a context of its own: no storage, no cache, no history but what it makes."""

    def __init__(self, browser, width=1440, height=900):
        self.browser = browser
        self.context = browser.call("Target.createBrowserContext")["browserContextId"]
        target = browser.call(
            "Target.createTarget", {"url": "about:blank", "browserContextId": self.context}
        )
        self.session = browser.call(
            "Target.attachToTarget", {"targetId": target["targetId"], "flatten": True}
        )["sessionId"]
        for domain in ["Page", "Runtime", "Network", "Log", "Accessibility"]:
            self.call(f"{domain}.enable")
        self.resize(width, height)

    def call(self, method, parameters=None):
        return self.browser.call(method, parameters, self.session)

    def resize(self, width, height, scale=1):
        self.call(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": False},
        )

    def prefer(self, **features):
        """Sets media features: `prefer(color_scheme="dark")`."""
        self.call(
            "Emulation.setEmulatedMedia",
            {
                "features": [
                    {"name": f"prefers-{name.replace('_', '-')}", "value": value}
                    for name, value in features.items()
                ]
            },
        )

    def open(self, url):
        self.call("Page.navigate", {"url": url})
        self.until("document.readyState === 'complete'")

    def run(self, script):
        """The value of a JavaScript expression, awaited."""
        result = self.call(
            "Runtime.evaluate",
            {
                "expression": script,
                "awaitPromise": True,
                "returnByValue": True,
                "userGesture": True,
            },
        )
        if "exceptionDetails" in result:
            details = result["exceptionDetails"]
            raise Failure(details.get("exception", {}).get("description", details["text"]))
        return result["result"].get("value")

    def until(self, script, seconds=10):
        """Waits for an expression to be true, and gives its value."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            value = self.run(script)
            if value:
                return value
            self.run("new Promise(requestAnimationFrame)")
        raise Failure(f"not within {seconds} s: {script}")

    def press(self, *keys):
        """Presses keys one after another: `press("Tab", "Control+Enter")`."""
        for key in keys:
            *held, name = key.split("+") if key != "+" else [key]
            modifiers = sum(MODIFIERS[modifier] for modifier in held)
            number = ord(name.upper()) if len(name) == 1 and name.isalnum() else 0
            code, number, text = KEYS.get(name, (name, number, name))
            if modifiers & ~8:
                text = ""
            event = {
                "key": name,
                "code": code,
                "windowsVirtualKeyCode": number,
                "modifiers": modifiers,
            }
            self.call(
                "Input.dispatchKeyEvent",
                {**event, "type": "keyDown" if text else "rawKeyDown", "text": text},
            )
            self.call("Input.dispatchKeyEvent", {**event, "type": "keyUp"})

    def type(self, text):
        """Types a text, key by key."""
        for character in text:
            self.press("Enter" if character == "\n" else character)

    def click(self, selector):
        """Clicks in the middle of the first element that matches."""
        box = self.run(
            f"(() => {{ const element = document.querySelector({json.dumps(selector)});"
            " element?.scrollIntoView({block: 'nearest'});"
            " const box = element?.getBoundingClientRect();"
            " return box && [box.x + box.width / 2, box.y + box.height / 2]; })()"
        )
        if not box:
            raise Failure(f"nothing matches {selector}")
        for kind in ["mousePressed", "mouseReleased"]:
            self.call(
                "Input.dispatchMouseEvent",
                {"type": kind, "x": box[0], "y": box[1], "button": "left", "clickCount": 1},
            )

    def screenshot(self, path):
        image = self.call("Page.captureScreenshot", {"format": "png"})
        with open(path, "wb") as file:
            file.write(base64.b64decode(image["data"]))

    def heard(self, method):
        """The parameters of all events of one kind that this page has sent."""
        self.run("0")
        return [
            event["params"]
            for event in self.browser.events
            if event.get("method") == method and event.get("sessionId") == self.session
        ]

    def close(self):
        self.browser.call("Target.disposeBrowserContext", {"browserContextId": self.context})
