// Owns how a request is called: its place and its matter, breaking between the two only.

/** Props of `PlaceAndMatter`. */
export interface PlaceAndMatterProps {
  readonly request: { readonly title: string; readonly entrance: { readonly name: string } };
}

/** 9栋2单元・排水返污 */
export function PlaceAndMatter({ request }: PlaceAndMatterProps) {
  return (
    <span className="qh-matter">
      <span>{request.entrance.name}・</span>
      <span>{request.title}</span>
    </span>
  );
}
