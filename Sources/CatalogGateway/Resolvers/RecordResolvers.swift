import CatalogStore
import GraphQLExecution

/// The fields of `Package`.
func packageBindings() -> [String: FieldResolver] {
  [
    "nodeId": nodeIDs(),
    "id": plainIDs(),
    "version": column(PackageColumn.version),
    "history": history(of: .package),
    "title": column(PackageColumn.title),
    "slug": column(PackageColumn.slug),
    "category": reference(PackageColumn.categoryID, to: .category),
    "grids": list(.gridsOfPackage, as: .grids),
    "gridCount": count(.gridsOfPackage),
    "gridPackages": list(.gridPackagesOfPackage),
    "lastUpdated": column(PackageColumn.lastUpdated),
    "lastFetched": column(PackageColumn.lastFetched),
    "repoUrl": column(PackageColumn.repoURL),
    "pypiVersion": column(PackageColumn.pypiVersion),
    "created": column(PackageColumn.created),
    "modified": column(PackageColumn.modified),
    "repoForks": column(PackageColumn.repoForks),
    "repoDescription": column(PackageColumn.repoDescription),
    "pypiUrl": column(PackageColumn.pypiURL),
    "pypiName": column(PackageColumn.pypiName),
    "documentationUrl": column(PackageColumn.documentationURL),
    "repoWatchers": column(PackageColumn.repoWatchers),
    "commitsOver52": column(PackageColumn.commitsOver52),
    "participants": column(PackageColumn.participants),
  ]
}

/// The fields of `Grid`.
func gridBindings() -> [String: FieldResolver] {
  [
    "nodeId": nodeIDs(),
    "id": plainIDs(),
    "version": column(GridColumn.version),
    "history": history(of: .grid),
    "title": column(GridColumn.title),
    "slug": column(GridColumn.slug),
    "description": column(GridColumn.description),
    "isLocked": column(GridColumn.isLocked),
    "header": column(GridColumn.header),
    "created": column(GridColumn.created),
    "modified": column(GridColumn.modified),
    "packages": list(.packagesOfGrid, as: .packages),
    "packagesConnection": connection(.packagesOfGrid, as: .packages),
    "packageCount": count(.packagesOfGrid),
    "features": list(.featuresOfGrid),
    "gridPackages": list(.gridPackagesOfGrid),
  ]
}

/// The fields of `Category`.
func categoryBindings() -> [String: FieldResolver] {
  [
    "nodeId": nodeIDs(),
    "id": plainIDs(),
    "version": column(CategoryColumn.version),
    "history": history(of: .category),
    "title": column(CategoryColumn.title),
    "slug": column(CategoryColumn.slug),
    "description": column(CategoryColumn.description),
    "titlePlural": column(CategoryColumn.titlePlural),
    "showPypi": column(CategoryColumn.showPypi),
    "created": column(CategoryColumn.created),
    "modified": column(CategoryColumn.modified),
    "packages": list(.packagesOfCategory, as: .packages),
    "packagesConnection": connection(.packagesOfCategory, as: .packages),
    "packageCount": count(.packagesOfCategory),
  ]
}

/// The fields of `GridPackage`.
func gridPackageBindings() -> [String: FieldResolver] {
  [
    "nodeId": nodeIDs(),
    "id": plainIDs(),
    "grid": reference(GridPackageColumn.gridID, to: .grid),
    "package": reference(GridPackageColumn.packageID, to: .package),
    "created": column(GridPackageColumn.created),
    "elements": list(.elementsOfGridPackage),
  ]
}

/// The fields of `Feature`.
func featureBindings() -> [String: FieldResolver] {
  [
    "nodeId": nodeIDs(),
    "id": plainIDs(),
    "version": column(FeatureColumn.version),
    "title": column(FeatureColumn.title),
    "description": column(FeatureColumn.description),
    "grid": reference(FeatureColumn.gridID, to: .grid),
    "created": column(FeatureColumn.created),
    "modified": column(FeatureColumn.modified),
    "elements": list(.elementsOfFeature),
  ]
}

/// The fields of `Element`.
func elementBindings() -> [String: FieldResolver] {
  [
    "nodeId": nodeIDs(),
    "id": plainIDs(),
    "version": column(ElementColumn.version),
    "feature": reference(ElementColumn.featureID, to: .feature),
    "gridPackage": reference(ElementColumn.gridPackageID, to: .gridPackage),
    "text": column(ElementColumn.text),
    "created": column(ElementColumn.created),
    "modified": column(ElementColumn.modified),
  ]
}
