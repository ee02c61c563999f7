package cn.lantai.exchange;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** N-Triples, which is N-Quads as well: entity by entity, sorted within each. */
final class NTriplesFormat implements ExportFormat {

  @Override
  public String name() {
    return "nt";
  }

  @Override
  public String extension() {
    return "nt";
  }

  @Override
  public String mediaType() {
    return "application/n-triples";
  }

  @Override
  public void write(Export export, OutputStream out) throws IOException {
    OutputStream buffer = new BufferedOutputStream(out, 1 << 16);
    export.walk(entity -> buffer.write(entity.toNTriples(export.holdings().base())));
    buffer.flush();
  }
}
