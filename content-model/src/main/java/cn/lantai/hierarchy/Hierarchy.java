package cn.lantai.hierarchy;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ontology.Rico;
import java.util.EnumSet;
import java.util.Set;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.SKOS;

/** The relations that order things. */
public enum Hierarchy {
  /** The holdings are a tree; DA/T 18 foresees a handful of levels, and no real one has more. */
  HOLDINGS(
      "上级",
      16,
      Rico.isDirectlyIncludedIn,
      EnumSet.of(EntityType.RECORD, EntityType.RECORD_SET),
      "成为自己的下级",
      "lie within itself"),
  THEMES(
      "上位", 100, SKOS.broader, EnumSet.of(EntityType.THEME), "成为自己的上位主题", "be broader than itself"),
  PLACES(
      "隶于",
      100,
      Rico.isOrWasContainedBy,
      EnumSet.of(EntityType.PLACE),
      "隶于自己",
      "lie within itself"),
  EVENTS(
      "所属事件",
      100,
      Rico.isOrWasSubeventOf,
      EnumSet.of(EntityType.EVENT),
      "成为自己的一部分",
      "be a part of itself"),
  ORGANISATIONS(
      "关系",
      100,
      Rico.isOrWasSubordinateTo,
      EnumSet.of(EntityType.ORGANISATION),
      "隶属于自己",
      "be subordinate to itself"),
  /** The longest genealogies count some eighty generations. */
  DESCENT(
      "关系",
      200,
      Rico.isChildOf,
      EnumSet.of(EntityType.PERSON),
      "成为自己的祖先",
      "be an ancestor of itself");

  private final String column;
  private final int deepest;
  private final Property property;
  private final Set<EntityType> types;
  private final String zh;
  private final String en;

  Hierarchy(
      String column, int deepest, Property property, Set<EntityType> types, String zh, String en) {
    this.column = column;
    this.deepest = deepest;
    this.property = property;
    this.types = types;
    this.zh = zh;
    this.en = en;
  }

  /** The column in which a table says what stands above. */
  public String column() {
    return column;
  }

  /** More levels than these are a mistake. */
  public int deepest() {
    return deepest;
  }

  /** The property that leads up. */
  public Property property() {
    return property;
  }

  boolean orders(EntityIri entity) {
    return types.contains(entity.type());
  }

  LocalizedText objection(String name, String chain) {
    return LocalizedText.of(
        "“" + name + "”会" + zh + "：" + chain, "“" + name + "” would " + en + ": " + chain);
  }
}
