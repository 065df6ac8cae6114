// Owns the one type the generated documents import. To be deleted the day @graphql-typed-document-node/core is a
// dependency of this package.
declare module '@graphql-typed-document-node/core' {
  export interface DocumentTypeDecoration<Result, Variables> {
    __apiType?: (variables: Variables) => Result;
  }
}
