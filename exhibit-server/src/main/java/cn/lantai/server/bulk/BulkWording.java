package cn.lantai.server.bulk;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.search.Summary;
import cn.lantai.server.bulk.BulkRow.Part;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.render.Language;
import cn.lantai.server.review.ReviewPages;
import cn.lantai.server.rights.Names;
import cn.lantai.server.site.view.BulkCard;
import cn.lantai.server.site.view.BulkOrderView;
import cn.lantai.server.site.view.BulkStep;
import cn.lantai.server.site.view.BulkView;
import cn.lantai.server.site.view.JobPhase;
import cn.lantai.server.site.view.Kind;
import cn.lantai.server.site.view.Pager;
import cn.lantai.server.site.view.Text;
import cn.lantai.table.Column;
import cn.lantai.table.Content;
import cn.lantai.table.SheetEdit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes of many descriptions as their pages show them, in the reader's language. */
final class BulkWording {

  private final Language language;
  private final Names known;

  BulkWording(Language language, Names known) {
    this.language = language;
    this.known = known;
  }

  static Kind kind(EntityType type) {
    return type == EntityType.RECORD_SET ? Kind.SET : Kind.valueOf(type.name());
  }

  Text text(LocalizedText text) {
    return language == Language.EN && text.en().isPresent()
        ? Text.en(text.en().get())
        : Text.zh(text.zh());
  }

  Text label(Column column) {
    return language == Language.EN ? Text.en(column.english()) : Text.zh(column.heading());
  }

  BulkCard card(BulkState state) {
    return new BulkCard(
        BulkEdits.path(state.id()),
        BulkStep.valueOf(state.kind().name()),
        order(state.order()),
        JobPhase.valueOf(state.job().phase().name()),
        state.by(),
        state.job().done(),
        state.job().total(),
        state.job().createdAt(),
        state.count(Part.CHANGED),
        state.count(Part.UNCHANGED),
        state.count(Part.REFUSED),
        state.count(Part.LEAVING));
  }

  private BulkOrderView order(BulkOrder order) {
    return new BulkOrderView(
        search(order.search()),
        kind(order.type()),
        order.chosen().size(),
        order.column().map(this::label),
        order.operation(),
        order.content().map(content -> value(content, order.edit().orElseThrow())).orElse(""),
        order.edit().map(SheetEdit::replacement).orElse(""),
        order.reason(),
        order.publish());
  }

  private String value(Content content, SheetEdit edit) {
    return content.kind() == Content.Kind.KEYS
        ? shown(content, edit.value(), names(content, List.of(edit.value())))
        : content.typed(edit.value());
  }

  /** The address of a search. */
  static String search(String query) {
    return "/workbench/search" + (query.isEmpty() ? "" : "?" + query);
  }

  BulkView view(BulkState state, Part part, List<BulkRow> rows, Pager pager) {
    Optional<Content> content = state.order().content();
    Map<EntityIri, Summary> names =
        content
            .filter(it -> it.kind() == Content.Kind.KEYS)
            .map(
                it ->
                    names(
                        it,
                        rows.stream()
                            .flatMap(row -> Stream.of(row.before(), row.after()))
                            .toList()))
            .orElse(Map.of());
    Map<EntityIri, Summary> titles = known.of(rows.stream().map(BulkRow::entity).toList());
    return new BulkView(
        card(state),
        message(state),
        part.slug(),
        rows.stream().map(row -> row(row, state, names, titles)).toList(),
        pager,
        state.kept(),
        state.goesOn(),
        state.of().map(BulkEdits::path),
        state.next().map(BulkEdits::path),
        state.kept() && !state.job().isPending()
            ? Optional.of("/api/bulk-edits/" + state.id() + "/report.csv")
            : Optional.empty());
  }

  /** Messages of jobs are in both languages, one after the other. */
  private Optional<Text> message(BulkState state) {
    List<String> lines = state.job().message().lines().toList();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        language == Language.EN && lines.size() > 1
            ? Text.en(lines.get(1))
            : Text.zh(lines.get(0)));
  }

  private BulkView.Row row(
      BulkRow row, BulkState state, Map<EntityIri, Summary> names, Map<EntityIri, Summary> titles) {
    Optional<Content> content = state.order().content();
    return new BulkView.Row(
        content.isEmpty() && row.version() != 0
            ? ReviewPages.path(row.version())
            : Addresses.formPath(row.entity()),
        Optional.ofNullable(titles.get(row.entity()))
            .map(Summary::title)
            .map(title -> text(title).value())
            .orElse(row.title()),
        row.code(),
        content.map(it -> shown(it, row.before(), names)).orElse(""),
        content.map(it -> shown(it, row.after(), names)).orElse(""),
        row.isPublic(),
        row.published(),
        row.leaves(),
        row.reason().map(this::text));
  }

  private String shown(Content content, String cell, Map<EntityIri, Summary> names) {
    return content.kind() == Content.Kind.KEYS
        ? content.texts(cell).stream()
            .map(key -> named(content, key, names))
            .collect(Collectors.joining("；"))
        : content.typed(cell);
  }

  private String named(Content content, String key, Map<EntityIri, Summary> names) {
    return content.named(key).stream()
        .flatMap(iri -> Optional.ofNullable(names.get(iri)).stream())
        .findFirst()
        .map(summary -> text(summary.title()).value() + "（" + key + "）")
        .orElse(key);
  }

  /** What the keys in some cells stand for, as far as the reader may know. */
  private Map<EntityIri, Summary> names(Content content, Collection<String> cells) {
    return known.of(
        cells.stream()
            .flatMap(cell -> content.texts(cell).stream())
            .distinct()
            .flatMap(key -> content.named(key).stream())
            .toList());
  }
}
