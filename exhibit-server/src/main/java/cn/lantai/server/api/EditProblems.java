package cn.lantai.server.api;

import cn.lantai.curation.Comparison;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.Rebase;
import cn.lantai.journal.EditConflictException;
import cn.lantai.ontology.ProfileCheck.Violation;
import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.Problem.Message;
import cn.lantai.server.problem.ProblemException;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;

/** The problems that an edit can meet, told so that a client can help its user to go on. */
final class EditProblems {

  /** The public base, under which clients know entities. */
  private final String base;

  EditProblems(String base) {
    this.base = base;
  }

  ProblemException unknown(EntityIri entity) {
    return new Problem(
            404,
            "unknown-entity",
            new Message("没有这个条目或版本", "There is no such thing, or version of it"),
            new Message(
                "请核对 " + entity.uri(base) + "。新建条目用 PUT 和 If-None-Match: *。",
                "Check %s. PUT with If-None-Match: * makes a new thing."
                    .formatted(entity.uri(base))))
        .exception();
  }

  /** It names what may not be seen, and so could not have been found. */
  ProblemException namesBeyond(Set<EntityIri> named) {
    String names =
        named.stream()
            .map(each -> each.type().segment() + "/" + each.key())
            .sorted()
            .collect(Collectors.joining("、"));
    return new Problem(
            422,
            "names-beyond",
            new Message("提到了权限以外的条目", "It names what is beyond your role"),
            new Message(
                "不能新提到 " + names + "。请从检索中选用。",
                "You cannot newly name " + names + ". Choose from what the search finds."))
        .exception();
  }

  ProblemException preconditionRequired() {
    return new Problem(
            428,
            "precondition-required",
            new Message("没有说明所依据的版本", "It is not said which version this is based on"),
            new Message(
                "请在 If-Match 中写明开始编辑时得到的 ETag（只写一个）；新建时写 If-None-Match: *。",
                "Send the one ETag that you began from in If-Match, or If-None-Match: * for a new"
                    + " thing."))
        .exception();
  }

  ProblemException reasonTooLong(int longest) {
    return new Problem(
            400,
            "reason",
            new Message("修改理由不能保存", "The reason cannot be kept"),
            new Message(
                "理由最多 " + longest + " 个字符，并且只能是文字。",
                "It may have up to " + longest + " characters, and nothing but text."))
        .exception();
  }

  /** Somebody saved what a publication was not to be of. */
  ProblemException overtaken(EntityIri entity, long seen, long current) {
    return new Problem(
            412,
            "edit-conflict",
            new Message("其间已有别人保存", "Somebody else has saved meanwhile"),
            new Message(
                "什么也没有做。请先看 %s 的新版本，再以它的 ETag 重新提交。".formatted(entity.uri(base)),
                "Nothing was done. Look at the new version of %s, then ask again with its ETag."
                    .formatted(entity.uri(base))))
        .with("base", version(entity, seen))
        .with("current", version(entity, current))
        .exception();
  }

  ProblemException notOpen(EntityIri entity) {
    return new Problem(
            409,
            "not-open",
            new Message("尚未开放", "Not open to the public"),
            new Message(
                entity.uri(base) + " 的开放标识不是“开放”，不能发布。请先审核并修改开放标识。",
                entity.uri(base)
                    + " is not marked as open, so it cannot be published. Review its access"
                    + " state first."))
        .exception();
  }

  /**
   * @param merged both changes together, in Turtle; empty if they collide
   */
  ProblemException conflict(
      EditConflictException conflict, Optional<Comparison> comparison, Optional<String> merged) {
    Problem problem =
        new Problem(
                412,
                "edit-conflict",
                new Message("其间已有别人保存", "Somebody else has saved meanwhile"),
                new Message(
                    "您的修改没有保存，对方的版本也没有改动。请对照两个版本，合并后以当前版本的 ETag 重新提交。",
                    "Nothing of yours was saved, and theirs is untouched. Compare the versions, and"
                        + " send yours again with the ETag of the current one."))
            .with("base", version(conflict.entity(), conflict.base()))
            .with("current", version(conflict.entity(), conflict.current()));
    if (comparison.isPresent()) {
      problem = problem.with("comparison", changes(comparison.get()));
    }
    if (merged.isPresent()) {
      problem = problem.with("merged", merged.get());
    }
    return problem.exception();
  }

  private JsonObject version(EntityIri entity, long row) {
    JsonObjectBuilder version = Json.createObjectBuilder().add("version", row);
    if (row != 0) {
      version.add("href", EntityResource.address(entity, base) + "/versions/" + row);
    }
    return version.build();
  }

  private JsonArray changes(Comparison comparison) {
    JsonArrayBuilder changes = Json.createArrayBuilder();
    for (Comparison.Change change : comparison.changes()) {
      changes.add(
          Json.createObjectBuilder()
              .add("field", change.field().toString())
              .add("changedBy", change.by().name().toLowerCase(Locale.ROOT).replace('_', '-'))
              .add("base", statements(change.base()))
              .add("theirs", statements(change.theirs()))
              .add("yours", statements(change.yours())));
    }
    return changes.build();
  }

  /** In N-Triples, sorted. */
  private JsonArrayBuilder statements(Set<Triple> triples) {
    JsonArrayBuilder lines = Json.createArrayBuilder();
    triples.stream()
        .map(triple -> Rebase.triple(triple, EntityIri.INTERNAL_BASE, base))
        .map(
            triple ->
                "%s %s %s ."
                    .formatted(
                        NodeFmtLib.strNT(triple.getSubject()),
                        NodeFmtLib.strNT(triple.getPredicate()),
                        NodeFmtLib.strNT(triple.getObject())))
        .sorted()
        .forEach(lines::add);
    return lines;
  }

  /** What is to be said against a description, each with its place, reason and remedy. */
  JsonArray violations(List<Violation> found) {
    JsonArrayBuilder violations = Json.createArrayBuilder();
    for (Violation violation : found) {
      String field = violation.path().replaceAll("^<|>$", "");
      violations.add(
          Json.createObjectBuilder()
              .add("part", publicName(violation.node()))
              .add("field", field)
              .add(
                  "zh",
                  reason(violation.zh(), "请改正" + (field.isEmpty() ? "这一部分" : "此字段") + "后重新提交。"))
              .add(
                  "en",
                  reason(
                      violation.en(),
                      "Mend this %s and send it again."
                          .formatted(field.isEmpty() ? "part" : "field"))));
    }
    return violations.build();
  }

  ProblemException refused(List<Violation> refused) {
    return new Problem(
            422,
            "profile-violation",
            new Message("著录不合规范", "The description breaks rules of the profile"),
            new Message(
                "没有保存。请逐条改正 violations 中所列的问题。",
                "Nothing was saved. Mend what is listed under violations."))
        .with("violations", violations(refused))
        .exception();
  }

  private static JsonObjectBuilder reason(String reason, String remedy) {
    return Json.createObjectBuilder().add("reason", reason).add("remedy", remedy);
  }

  private String publicName(String node) {
    return node.startsWith(EntityIri.INTERNAL_BASE)
        ? base + node.substring(EntityIri.INTERNAL_BASE.length())
        : node;
  }
}
