package cn.lantai.server.exports;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.exchange.ExportFormat;
import cn.lantai.exchange.ExportFormats;
import cn.lantai.exchange.Scope;
import cn.lantai.stage.StageKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is exported, from which stage, and in which format. */
public record ExportOrder(Scope scope, ExportFormat format, StageKind stage) {

  private static final String FONDS = "fonds";
  private static final String ARCHIVE = "archive";
  private static final String FORMAT = "format";
  private static final String PUBLIC = "public";

  /**
   * Reads what was asked for: {@code format}, {@code public}, and {@code fonds} (a fonds, series or
   * file) or {@code archive} by key. What is empty counts as not asked.
   *
   * @throws ExportRefusedException with a sentence for whoever asked
   */
  public static ExportOrder of(Map<String, String> asked) throws ExportRefusedException {
    return new ExportOrder(
        scope(value(asked, FONDS), value(asked, ARCHIVE)),
        format(value(asked, FORMAT)),
        Boolean.parseBoolean(asked.get(PUBLIC)) ? StageKind.PUBLIC : StageKind.WORKING);
  }

  private static Optional<String> value(Map<String, String> asked, String name) {
    return Optional.ofNullable(asked.get(name)).map(String::strip).filter(text -> !text.isEmpty());
  }

  private static ExportFormat format(Optional<String> asked) throws ExportRefusedException {
    String name = asked.orElse(ExportFormats.ALL.get(0).name());
    Optional<ExportFormat> format = ExportFormats.named(name);
    if (format.isEmpty()) {
      String known =
          ExportFormats.ALL.stream().map(ExportFormat::name).collect(Collectors.joining(" "));
      throw new ExportRefusedException(
          LocalizedText.of(
              "没有格式 " + name + "；可用：" + known, "No format " + name + "; use " + known));
    }
    return format.get();
  }

  private static Scope scope(Optional<String> set, Optional<String> archive)
      throws ExportRefusedException {
    if (set.isPresent() && archive.isPresent()) {
      throw new ExportRefusedException(
          LocalizedText.of(
              "全宗与收藏单位只能指定一个", "Choose a fonds or an archive (fonds, archive), not both"));
    }
    if (set.isPresent()) {
      return new Scope.Branch(entity(EntityType.RECORD_SET, set.get()));
    }
    return archive.isPresent()
        ? new Scope.Holder(entity(EntityType.ORGANISATION, archive.get()))
        : new Scope.Everything();
  }

  private static EntityIri entity(EntityType type, String key) throws ExportRefusedException {
    if (!EntityIri.isKey(key)) {
      throw new ExportRefusedException(
          LocalizedText.of(
              "“" + key + "”不是键：写网址中的名字，如 x001",
              "\"" + key + "\" is not a key: write the name in the address, such as x001"));
    }
    return new EntityIri(type, key);
  }

  /** From which {@link #of} makes the same order. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new HashMap<>();
    parameters.put(FORMAT, format.name());
    parameters.put(PUBLIC, Boolean.toString(stage == StageKind.PUBLIC));
    if (scope instanceof Scope.Branch branch) {
      parameters.put(FONDS, branch.set().key());
    } else if (scope instanceof Scope.Holder holder) {
      parameters.put(ARCHIVE, holder.archive().key());
    }
    return parameters;
  }

  /** A fonds, series, file or archive; empty for all holdings. */
  public Optional<EntityIri> part() {
    if (scope instanceof Scope.Branch branch) {
      return Optional.of(branch.set());
    }
    return scope instanceof Scope.Holder holder ? Optional.of(holder.archive()) : Optional.empty();
  }
}
