// Owns the file system under the embedded engine: PGlite's NODEFS, with the fsync that stock PGlite lacks and a rename
// that never leaves a moment without the target. It refuses to go on after a failed fsync.
// It reaches into Emscripten (FS.filesystems.NODEFS), so PGlite is pinned and a test counts the fsyncs.
import fs from 'node:fs';
import path from 'node:path';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import type { PGlite, PGliteOptions } from '@electric-sql/pglite';

export interface EmscriptenNode {
  name: string;
  parent: EmscriptenNode;
}

export interface EmscriptenStream {
  node: EmscriptenNode;
  /** The file descriptor of the host; absent for a directory. */
  nfd?: number;
}

/** NODEFS as Emscripten builds it; every function takes its own `this`-free arguments. */
export interface NodeFileSystem {
  realPath(node: EmscriptenNode): string;
  node_ops: {
    rename: (node: EmscriptenNode, parent: EmscriptenNode, name: string) => void;
    unlink: (parent: EmscriptenNode, name: string) => void;
    rmdir: (parent: EmscriptenNode, name: string) => void;
    mknod: (parent: EmscriptenNode, name: string, mode: number, device: number) => EmscriptenNode;
    setattr: (node: EmscriptenNode, attributes: { size?: number }) => void;
  };
  stream_ops: {
    open: (stream: EmscriptenStream) => void;
    close: (stream: EmscriptenStream) => void;
    write: (stream: EmscriptenStream, buffer: Uint8Array, offset: number, length: number, position: number) => number;
    fsync?: (stream: EmscriptenStream) => number;
  };
}

interface EmscriptenModule {
  FS: {
    filesystems: { NODEFS: NodeFileSystem };
    lookupNode(parent: EmscriptenNode, name: string): EmscriptenNode;
    hashRemoveNode(node: EmscriptenNode): void;
  };
}

export interface DurableFileSystemEvents {
  /** After each successful fsync of a file or directory. */
  synced(): void;
  /** The host could not make data durable: the kernel may have dropped the pages, so the engine must end at once. */
  syncFailed(error: unknown): void;
}

/** Syncs a directory's entries; a no-op on Windows, which cannot open directories. */
export function syncDirectory(directory: string): void {
  if (process.platform === 'win32') return;
  const descriptor = fs.openSync(directory, 'r');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

export class DurableFileSystem extends NodeFS {
  readonly #events: DurableFileSystemEvents;
  /** Bytes written to the log since `resetWalBytes`; the single-user engine never checkpoints by itself. */
  walBytes = 0;

  constructor(directory: string, events: DurableFileSystemEvents) {
    super(directory);
    this.#events = events;
  }

  override async init(
    engine: PGlite,
    options: Parameters<NodeFS['init']>[1],
  ): Promise<{ emscriptenOpts: PGliteOptions & object }> {
    const prepared = await super.init(engine, options);
    const amended = prepared.emscriptenOpts as { preRun: ((module: EmscriptenModule) => void)[] };
    amended.preRun.push((module) => this.amend(module.FS.filesystems.NODEFS, module));
    return prepared as never;
  }

  /** Replaces the operations; a test double overrides this to stand between the engine and the disk. */
  protected amend(nodeFs: NodeFileSystem, { FS }: EmscriptenModule): void {
    const { write } = nodeFs.stream_ops;
    nodeFs.stream_ops.fsync = (stream) => this.#sync(stream, nodeFs);
    nodeFs.stream_ops.write = (stream, buffer, offset, length, position) => {
      if (stream.node.parent.name === 'pg_wal') this.walBytes += length;
      return write(stream, buffer, offset, length, position);
    };
    nodeFs.node_ops.rename = (node, parent, name) => {
      // NODEFS unlinks the target first; a kill in between would leave neither file. rename(2) replaces atomically.
      const target = path.join(nodeFs.realPath(parent), name);
      const replaced = fs.existsSync(target) ? FS.lookupNode(parent, name) : undefined;
      fs.renameSync(nodeFs.realPath(node), target);
      if (replaced) FS.hashRemoveNode(replaced);
      node.name = name;
    };
  }

  #sync(stream: EmscriptenStream, nodeFs: NodeFileSystem): number {
    try {
      if (stream.nfd === undefined) syncDirectory(nodeFs.realPath(stream.node));
      else fs.fsyncSync(stream.nfd);
    } catch (error) {
      this.#events.syncFailed(error);
      throw error;
    }
    this.#events.synced();
    return 0;
  }
}
