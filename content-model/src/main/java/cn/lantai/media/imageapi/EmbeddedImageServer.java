package cn.lantai.media.imageapi;

import cn.lantai.media.AccessPyramid;
import cn.lantai.media.Digest;
import cn.lantai.media.FileRange;
import java.io.IOException;
import java.util.Optional;

/** Makes pictures in this process: as many at the same time as there are processors. */
public final class EmbeddedImageServer implements ImageServer {

  private final int processors;

  public EmbeddedImageServer() {
    this(Runtime.getRuntime().availableProcessors());
  }

  EmbeddedImageServer(int processors) {
    this.processors = processors;
  }

  @Override
  public String name() {
    return "embedded";
  }

  @Override
  public int capacity() {
    return processors;
  }

  @Override
  public Optional<FileRange> ready(AccessPyramid pyramid, Rendition rendition) {
    return Renderer.ready(pyramid, rendition);
  }

  @Override
  public byte[] make(Digest image, AccessPyramid pyramid, Rendition rendition) throws IOException {
    return Renderer.render(pyramid, rendition);
  }
}
