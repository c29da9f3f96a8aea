/// A schema with every kind of output: objects, an interface that implements another, a union, enums,
/// lists of lists, non-null at every level, arguments of every kind of input.
public let richSchemaText = """
  interface Node { id: ID! self: Node peers(count: Int! = 2): [Node] }
  interface Named implements Node {
    id: ID!
    self: Node
    peers(count: Int! = 2): [Node]
    name(style: Style = PLAIN): String!
    best: Named
  }
  type Person implements Named & Node {
    id: ID!
    self: Person
    peers(count: Int! = 2): [Person]
    name(style: Style = PLAIN): String!
    best: Person
    age: Int
    height: Float!
    pets(filter: PetFilter, first: Int): [Pet!]!
    home: Place!
    table: [[Int!]!]!
    sparse: [[String]]
    seats: [[Person!]]
    moods: [Style!]
    surest: [[Pet!]!]!
    json: JSON
  }
  type Dog implements Named & Node {
    id: ID!
    self: Dog
    peers(count: Int! = 2): [Dog]
    name(style: Style = PLAIN): String!
    best: Dog
    owner: Person!
    barks: Boolean!
  }
  type Fish implements Node { id: ID! self: Fish peers(count: Int! = 2): [Fish] tank: Place depth: Float }
  type Place { title: String! people(near: [Point!]): [Person]! node: Node! finds: [Find!] }
  union Pet = Dog | Fish
  union Find = Person | Place | Dog
  enum Style { PLAIN LOUD }
  scalar JSON
  input PetFilter { style: Style = LOUD, not: PetFilter, ids: [ID!] }
  input Point { x: Int! y: Int = 7 }
  type Query {
    person(id: ID): Person
    someone: Person!
    everyone: [Person!]!
    pets(filter: PetFilter, first: Int): [Pet!]!
    node: Node!
    named: Named
    finds: [Find!]
    places: [[Place!]]
    count: Int!
  }
  """

extension QueryGenerator.Material {
  /// What to ask of the rich schema.
  public static var rich: Self {
    var material = Self()
    material.arguments = [
      "peers": ["", "(count: 3)", "(count: $n)"],
      "name": ["", "(style: LOUD)", "(style: $style)"],
      "person": ["", "(id: 1)", "(id: $id)"],
      "pets": [
        "", "(first: 1)", "(filter: {ids: [1, $id]})",
        "(filter: {not: {style: $style}}, first: $n)",
        "(first: $n, filter: {not: {style: $style}})", "(first: $unset)",
      ],
      "people": ["", "(near: {x: 1})", "(near: [{x: 1, y: null}, {x: $x}])"],
    ]
    material.variables["n"] = ("Int = 1", [.int(1), .int(2), .null, nil])
    material.variables["style"] = ("Style", [.string("LOUD"), .null, nil])
    material.variables["id"] = ("ID!", [.int(4), .string("x")])
    material.variables["unset"] = ("Int", [nil])
    material.variables["x"] = ("Int! = 5", [.int(6), nil])
    return material
  }
}
