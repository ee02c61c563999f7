package cn.lantai.server.api;

import cn.lantai.server.imports.ImportState;
import cn.lantai.server.imports.ReportFolder;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;

/** How an import stands, as JSON. */
final class ImportJson {

  private final String base;

  /**
   * @param base of addresses, with a slash at its end
   */
  ImportJson(String base) {
    this.base = base;
  }

  String address(long id) {
    return base + "api/imports/" + id;
  }

  JsonObject of(ImportState state) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", state.id())
            .add("href", address(state.id()))
            .add("state", state.job().phase().name().toLowerCase(Locale.ROOT))
            .add("files", state.files())
            .add("dryRun", state.options().dryRun())
            .add("publish", state.options().publish())
            .add("by", state.by())
            .add("createdAt", state.job().createdAt().toString())
            .add("rows", rows(state))
            .add("message", state.job().message())
            .add("repeatable", state.repeatable());
    state.options().mapping().ifPresent(name -> json.add("mapping", name));
    state.options().encoding().ifPresent(name -> json.add("encoding", name));
    state.job().finishedAt().ifPresent(at -> json.add("finishedAt", at.toString()));
    state.outcome().ifPresent(outcome -> json.add("counts", outcome.json()));
    if (!state.job().isPending()) {
      json.add("links", links(state));
    }
    return json.build();
  }

  private static JsonObjectBuilder rows(ImportState state) {
    JsonObjectBuilder rows =
        Json.createObjectBuilder()
            .add("done", state.job().done())
            .add("total", state.job().total());
    if (state.speed() > 0) {
      rows.add("perSecond", Math.round(state.speed() * 10) / 10.0);
    }
    state.timeLeft().ifPresent(left -> rows.add("secondsLeft", left.toSeconds()));
    return rows;
  }

  private JsonObjectBuilder links(ImportState state) {
    ReportFolder report = state.report();
    JsonObjectBuilder links = Json.createObjectBuilder();
    String address = address(state.id());
    report.problems().ifPresent(file -> links.add("report", address + "/report.csv"));
    report.mapping().ifPresent(file -> links.add("mapping", address + "/mapping.csv"));
    if (report.hasColumns()) {
      links.add("columns", address + "/columns");
    }
    if (!report.rejected().isEmpty()) {
      links.add("rejected", address + "/rejected");
    }
    return links;
  }
}
