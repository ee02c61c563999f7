package cn.lantai.ingest.source;

import cn.lantai.entity.LocalizedText;
import cn.lantai.table.Place;
import cn.lantai.table.Problem;
import java.io.IOException;

/** A source cannot be read, or is refused for what it might do; says where, why and what to do. */
public final class UnreadableSourceException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public UnreadableSourceException(Place place, LocalizedText reason, LocalizedText remedy) {
    super(place + ": " + reason.en().orElse(reason.zh()));
    this.problem = Problem.error(place, "", "", reason, remedy);
  }

  public Problem problem() {
    return problem;
  }
}
