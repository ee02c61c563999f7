package cn.lantai.exchange;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.stage.GraphStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * One set or record as an EAD3 document of its own, small enough to be made while somebody waits.
 */
public final class FindingAid {

  public static final String EXTENSION = "xml";
  public static final String MEDIA_TYPE = "application/xml";

  /** What has more than that below it is exported as a whole by who needs it. */
  static final int MOST_COMPONENTS = 1_000;

  private FindingAid() {}

  /** Whether EAD describes things of that type. */
  public static boolean isFor(EntityType type) {
    return type == EntityType.RECORD_SET || type == EntityType.RECORD;
  }

  /**
   * With all below it; if that is very much, the set alone, and the document says so. Empty if the
   * stage does not hold it.
   */
  public static Optional<byte[]> of(GraphStore stage, EntityIri thing) {
    return Holdings.read(
        stage, holdings -> holdings.graph(thing).map(graph -> write(holdings, graph)));
  }

  private static byte[] write(Holdings holdings, EntityGraph thing) {
    Export export = new Export(holdings, new Scope.Branch(thing.iri()), (done, step) -> {});
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
    try {
      Ead3Writer writer = new Ead3Writer(export, out);
      if (holdings.hasMoreBelow(thing.iri(), MOST_COMPONENTS)) {
        writer.enter(thing);
        writer.leaveOutComponents(thing.iri());
        writer.leave();
      } else {
        export.walkTree(thing.iri(), writer);
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return out.toByteArray();
  }
}
