// Owns the reading of polygons out of one Mapbox vector tile (protobuf), no more than tests and benches need.
// Refuses attributes, lines and points: footprints are all that is wanted here.

/** Calls `visit(field, value)` for each field of a message; value is a number (varint) or the bytes of a nested message. */
function eachField(bytes, visit) {
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at++];
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const tag = varint();
    if ((tag & 7) === 0) visit(tag >> 3, varint());
    else if ((tag & 7) === 2) {
      const length = varint();
      visit(tag >> 3, bytes.subarray(at, at + length));
      at += length;
    } else if ((tag & 7) === 5) at += 4;
    else if ((tag & 7) === 1) at += 8;
    else throw new Error(`tile: wire type ${tag & 7}`);
  }
}

function varints(bytes) {
  const values = [];
  for (let at = 0; at < bytes.length;) {
    let value = 0;
    let shift = 0;
    for (; bytes[at] >= 128; shift += 7) value |= (bytes[at++] & 127) << shift;
    values.push((value | (bytes[at++] << shift)) >>> 0);
  }
  return values;
}

const zigzag = (value) => (value >>> 1) ^ -(value & 1);

/** Closed rings in tile units. MoveTo is 1, LineTo 2, ClosePath 7. */
function ringsOf(geometry) {
  const rings = [];
  let [x, y] = [0, 0];
  for (let at = 0; at < geometry.length;) {
    const [command, count] = [geometry[at] & 7, geometry[at] >> 3];
    at += 1;
    if (command === 7) {
      rings.at(-1).push(rings.at(-1)[0]);
      continue;
    }
    for (let point = 0; point < count; point += 1, at += 2) {
      x += zigzag(geometry[at]);
      y += zigzag(geometry[at + 1]);
      if (command === 1) rings.push([]);
      rings.at(-1).push([x, y]);
    }
  }
  return rings;
}

const doubledArea = (ring) =>
  ring.slice(1).reduce((sum, [x, y], index) => sum + ring[index][0] * y - x * ring[index][1], 0);

/** A shell has a positive area in tile units (y points down); the holes after it belong to it. */
function polygonsOf(rings) {
  const polygons = [];
  for (const ring of rings) {
    if (doubledArea(ring) > 0) polygons.push([ring]);
    else polygons.at(-1)?.push(ring);
  }
  return polygons;
}

/** All polygons of the named layer in tile units, and the layer's extent. A feature of several polygons gives several. */
export function tilePolygons(tile, layerName) {
  const found = { extent: 4096, polygons: [] };
  eachField(tile, (tileField, layer) => {
    if (tileField !== 3) return;
    let [name, extent] = ['', 4096];
    const polygons = [];
    eachField(layer, (field, value) => {
      if (field === 1) name = new TextDecoder().decode(value);
      if (field === 5) extent = value;
      if (field !== 2) return;
      let [type, geometry] = [0, []];
      eachField(value, (part, content) => {
        if (part === 3) type = content;
        if (part === 4) geometry = varints(content);
      });
      if (type === 3) polygons.push(...polygonsOf(ringsOf(geometry)));
    });
    if (name === layerName) Object.assign(found, { extent, polygons });
  });
  return found;
}
