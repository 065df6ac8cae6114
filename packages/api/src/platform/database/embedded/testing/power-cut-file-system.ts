// Owns a test double of the disk: it keeps what was not yet synced apart and can show the directory as a power cut at
// this instant would leave it. Model: each 4 KiB page written since its file's last fsync survives or not, by chance;
// sizes likewise; names (create, rename, remove) survive up to a point in their order, and any fsync makes all earlier
// names durable, as journalling file systems do. It refuses to touch the living directory.
import fs from 'node:fs';
import path from 'node:path';
import { DurableFileSystem, type EmscriptenStream, type NodeFileSystem } from '../durable-file-system.ts';

const PAGE = 4_096;

interface UnsyncedFile {
  /** Content of each dirty page at the last fsync; shorter than a page, or empty, where the file ended then. */
  pages: Map<number, Buffer>;
  sizeWhenSynced: number;
}

type NameChange =
  | { kind: 'created'; file: string }
  | { kind: 'renamed'; from: string; to: string; replaced: string | undefined }
  | { kind: 'removed'; file: string; kept: string };

export class PowerCutFileSystem extends DurableFileSystem {
  readonly #root: string;
  readonly #attic: string;
  readonly #onOperation: () => void;
  readonly #unsynced = new Map<number, UnsyncedFile>();
  #names: NameChange[] = [];
  #keptCount = 0;

  /** `attic` keeps removed files; `onOperation` runs before each change of the disk, and may call `crashCopy`. */
  constructor(directory: string, attic: string, onOperation: () => void) {
    super(directory, { synced: () => undefined, syncFailed: () => undefined });
    this.#root = directory;
    this.#attic = attic;
    this.#onOperation = onOperation;
    fs.mkdirSync(attic, { recursive: true });
  }

  /** Writes to `target` what the disk holds after a cut now; `chance` in [0, 1) decides what survives. */
  crashCopy(target: string, chance: () => number): void {
    fs.cpSync(this.#root, target, { recursive: true });
    const fileOf = this.#filesByInode();
    for (const [inode, unsynced] of this.#unsynced) {
      const file = fileOf.get(inode);
      if (file !== undefined) loseUnsynced(path.join(target, path.relative(this.#root, file)), unsynced, chance);
    }
    const surviving = Math.floor(chance() * (this.#names.length + 1));
    for (const change of this.#names.slice(surviving).reverse()) this.#undo(change, target);
  }

  protected override amend(nodeFs: NodeFileSystem, module: Parameters<DurableFileSystem['amend']>[1]): void {
    super.amend(nodeFs, module);
    this.#watchContent(nodeFs);
    this.#watchNames(nodeFs);
  }

  #watchContent(nodeFs: NodeFileSystem): void {
    const { write, fsync } = nodeFs.stream_ops;
    const { setattr } = nodeFs.node_ops;
    nodeFs.stream_ops.write = (stream, buffer, offset, length, position) => {
      this.#onOperation();
      if (stream.nfd !== undefined) this.#remember(stream.nfd, position, length);
      return write(stream, buffer, offset, length, position);
    };
    nodeFs.stream_ops.fsync = (stream: EmscriptenStream) => {
      this.#onOperation();
      const result = fsync?.(stream) ?? 0;
      if (stream.nfd !== undefined) this.#unsynced.delete(fs.fstatSync(stream.nfd).ino);
      this.#names = [];
      return result;
    };
    nodeFs.node_ops.setattr = (node, attributes) => {
      const file = nodeFs.realPath(node);
      if (attributes.size !== undefined) {
        this.#onOperation();
        this.#rememberTail(file, attributes.size);
      }
      setattr(node, attributes);
    };
  }

  #watchNames(nodeFs: NodeFileSystem): void {
    const { rename, unlink, mknod } = nodeFs.node_ops;
    nodeFs.node_ops.mknod = (parent, name, mode, device) => {
      this.#onOperation();
      const node = mknod(parent, name, mode, device);
      this.#names.push({ kind: 'created', file: nodeFs.realPath(node) });
      return node;
    };
    nodeFs.node_ops.rename = (node, parent, name) => {
      this.#onOperation();
      const from = nodeFs.realPath(node);
      const to = path.join(nodeFs.realPath(parent), name);
      const replaced = fs.existsSync(to) ? this.#keep(to) : undefined;
      rename(node, parent, name);
      this.#names.push({ kind: 'renamed', from, to, replaced });
    };
    nodeFs.node_ops.unlink = (parent, name) => {
      this.#onOperation();
      const file = path.join(nodeFs.realPath(parent), name);
      const kept = this.#keep(file);
      unlink(parent, name);
      this.#names.push({ kind: 'removed', file, kept });
    };
  }

  /** A second name for the file, so that its content outlives its removal. */
  #keep(file: string): string {
    const kept = path.join(this.#attic, String(++this.#keptCount));
    fs.linkSync(file, kept);
    return kept;
  }

  #unsyncedOf(stat: fs.Stats): UnsyncedFile {
    const known = this.#unsynced.get(stat.ino);
    if (known) return known;
    const fresh: UnsyncedFile = { pages: new Map(), sizeWhenSynced: stat.size };
    this.#unsynced.set(stat.ino, fresh);
    return fresh;
  }

  #remember(descriptor: number, position: number, length: number): void {
    const unsynced = this.#unsyncedOf(fs.fstatSync(descriptor));
    for (let page = Math.floor(position / PAGE); page * PAGE < position + length; page += 1) {
      if (unsynced.pages.has(page)) continue;
      const before = Buffer.alloc(PAGE);
      const read = page * PAGE < unsynced.sizeWhenSynced ? fs.readSync(descriptor, before, 0, PAGE, page * PAGE) : 0;
      unsynced.pages.set(page, before.subarray(0, read));
    }
  }

  #rememberTail(file: string, newSize: number): void {
    // Read and write: only a descriptor of its own can read here.
    const descriptor = fs.openSync(file, 'r');
    const { size } = fs.fstatSync(descriptor);
    if (newSize < size) this.#remember(descriptor, newSize, size - newSize);
    else this.#unsyncedOf(fs.fstatSync(descriptor));
    fs.closeSync(descriptor);
  }

  #filesByInode(): Map<number, string> {
    const entries = fs.readdirSync(this.#root, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
    return new Map(files.map((file) => [fs.statSync(file).ino, file]));
  }

  #undo(change: NameChange, target: string): void {
    const inTarget = (file: string): string => path.join(target, path.relative(this.#root, file));
    if (change.kind === 'created') fs.rmSync(inTarget(change.file), { recursive: true, force: true });
    else if (change.kind === 'removed') fs.copyFileSync(change.kept, inTarget(change.file));
    else {
      if (fs.existsSync(inTarget(change.to))) fs.renameSync(inTarget(change.to), inTarget(change.from));
      if (change.replaced !== undefined) fs.copyFileSync(change.replaced, inTarget(change.to));
    }
  }
}

function loseUnsynced(file: string, { pages, sizeWhenSynced }: UnsyncedFile, chance: () => number): void {
  const descriptor = fs.openSync(file, 'r+');
  // One cut in three drops everything that was not synced, the others a part of it, out of order.
  const everything = chance() < 1 / 3;
  for (const [page, before] of pages) {
    if (!everything && chance() < 0.5) continue;
    const content = Buffer.alloc(PAGE);
    before.copy(content);
    fs.writeSync(descriptor, content, 0, PAGE, page * PAGE);
  }
  if (everything || chance() < 0.5) fs.ftruncateSync(descriptor, sizeWhenSynced);
  fs.closeSync(descriptor);
}
