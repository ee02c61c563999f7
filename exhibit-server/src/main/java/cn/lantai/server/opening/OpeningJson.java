package cn.lantai.server.opening;

import cn.lantai.entity.EntityIri;
import cn.lantai.opening.Opening;
import cn.lantai.opening.OpeningStep;
import cn.lantai.opening.Proposal;
import cn.lantai.search.Summary;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;

/** Opening reviews, and the records that they are about, as JSON. */
final class OpeningJson {

  private final String base;

  /**
   * @param base of addresses, with a slash at its end
   */
  OpeningJson(String base) {
    this.base = base;
  }

  JsonObjectBuilder of(Summary record) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("href", address(record.iri()))
            .add("record", record.iri().uri(base))
            .add("title", record.title().zh());
    record.code().ifPresent(code -> json.add("code", code));
    record.date().flatMap(date -> date.edtf()).ifPresent(date -> json.add("date", date.value()));
    return json;
  }

  JsonObjectBuilder of(Opening opening) {
    JsonArrayBuilder steps = Json.createArrayBuilder();
    opening.steps().forEach(step -> steps.add(of(step)));
    Proposal proposal = opening.proposal();
    return Json.createObjectBuilder()
        .add("id", opening.id())
        .add("href", address(opening.record()))
        .add("record", opening.record().uri(base))
        .add("version", opening.version())
        .add("stand", lower(opening.stand()))
        .add("proposed", lower(proposal.outcome()))
        .add("steps", steps);
  }

  private static JsonObjectBuilder of(OpeningStep step) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("number", step.number())
            .add("act", lower(step.act()))
            .add("agent", step.agent())
            .add("at", step.at().toString())
            .add("reason", step.reason())
            .add("row", step.row())
            .add("hash", step.hash());
    step.ruling()
        .ifPresent(
            ruling -> {
              json.add("outcome", lower(ruling.outcome()));
              ruling.until().ifPresent(year -> json.add("until", year));
              ruling.ground().ifPresent(ground -> json.add("ground", lower(ground)));
            });
    return json;
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private String address(EntityIri record) {
    return base + "api/openings/" + record.key();
  }
}
