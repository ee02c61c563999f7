package cn.lantai.exchange;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ontology.DescriptionProfile;
import cn.lantai.ontology.Level;
import cn.lantai.table.Cells;
import cn.lantai.table.Place;
import cn.lantai.table.Row;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes one set with all below it as an EAD3 document. */
final class Ead3Writer implements Export.Visitor {

  private static final String STANDARD = "DA/T 18-2022";
  private static final String LEVEL = DescriptionProfile.get().element("level").zh();

  private final Export export;
  private final Ead3Xml xml;
  private final Ead3Unit unit;
  private int depth;
  private boolean hasComponents;

  Ead3Writer(Export export, OutputStream out) throws IOException {
    this.export = export;
    this.xml = new Ead3Xml(out);
    this.unit = new Ead3Unit(export, xml);
  }

  @Override
  public void enter(EntityGraph set) throws IOException {
    if (depth == 0) {
      xml.open("ead");
      control(set.iri());
    }
    open(set, depth == 0 ? "archdesc" : "c");
    depth++;
  }

  @Override
  public void leave() throws IOException {
    depth--;
    if (depth == 0 && hasComponents) {
      xml.close();
    }
    xml.close();
    if (depth == 0) {
      xml.close();
      xml.end();
    }
  }

  /** Images are not components: the record that they show leads to its manifest. */
  @Override
  public void visit(EntityGraph entity) throws IOException {
    if (entity.iri().type() == EntityType.RECORD) {
      open(entity, "c");
      xml.close();
    }
  }

  /** Says of the set that was entered last that what is below it stands elsewhere. */
  void leaveOutComponents(EntityIri set) throws IOException {
    xml.open("otherfindaid").open("p");
    xml.text(
        "ref",
        Map.of("href", set.uri(export.holdings().base())),
        "所属条目过多，未列于此，请见其页面。There are too many components for this document: see the page.");
    xml.close().close();
  }

  private void control(EntityIri set) throws IOException {
    xml.open("control", Map.of("countryencoding", "iso3166-1", "langencoding", "iso639-2b"));
    xml.text("recordid", set.key());
    xml.open("filedesc").open("titlestmt");
    xml.text("titleproper", Ead3Unit.CHINESE, export.holdings().label(set));
    xml.close().close();
    xml.open("maintenancestatus", Map.of("value", "derived")).close();
    xml.open("maintenanceagency").text("agencyname", agency(set)).close();
    xml.open("languagedeclaration");
    xml.text("language", Map.of("langcode", "chi"), "中文");
    xml.text("script", Map.of("scriptcode", "Hani"), "汉字");
    xml.close();
    xml.open("conventiondeclaration").text("citation", STANDARD + " 档案著录规则").close();
    // No time of day, so that the same holdings give the same document.
    xml.open("maintenancehistory").open("maintenanceevent");
    xml.open("eventtype", Map.of("value", "derived")).close();
    xml.open("eventdatetime").close();
    xml.open("agenttype", Map.of("value", "machine")).close();
    xml.text("agent", "Lantai");
    xml.close().close().close();
  }

  private String agency(EntityIri set) {
    return export
        .holdings()
        .holder(set)
        .map(export.holdings()::label)
        .orElseGet(() -> export.holdings().label(set));
  }

  private void open(EntityGraph entity, String name) throws IOException {
    if (depth == 1 && !hasComponents) {
      xml.open("dsc");
      hasComponents = true;
    }
    Optional<List<Cells>> rows = TableRows.write(entity, export);
    Optional<Row> row =
        rows.map(written -> new Row(Place.file(written.get(0).file()), written.get(0).values()));
    xml.open(
        name,
        name.equals("c")
            ? Map.of("level", level(entity, row))
            : Map.of("level", level(entity, row), "relatedencoding", STANDARD));
    unit.write(entity, row);
    if (xml.lostCharacters()) {
      export
          .report()
          .problem(
              entity.iri(),
              LocalizedText.of("有 XML 不能容纳的控制字符，已代以 �", "Control characters that XML cannot hold"),
              LocalizedText.of("请改正著录中的字符", "Correct the description"));
    }
  }

  private static String level(EntityGraph entity, Optional<Row> row) {
    if (entity.iri().type() == EntityType.RECORD) {
      return "item";
    }
    return row.flatMap(cells -> cells.get(LEVEL))
        .flatMap(Level::ofLabel)
        .map(level -> level.label("en"))
        .orElse("class");
  }
}
