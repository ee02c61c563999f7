package cn.lantai.evidence;

import static cn.lantai.entity.EntityType.EVENT;
import static cn.lantai.entity.EntityType.FAMILY;
import static cn.lantai.entity.EntityType.ORGANISATION;
import static cn.lantai.entity.EntityType.PERSON;
import static cn.lantai.entity.EntityType.PLACE;
import static cn.lantai.entity.EntityType.RECORD;
import static cn.lantai.entity.EntityType.THEME;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.ontology.Rico;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;

/**
 * How one entity stands to another, as seen by the one that says so. Each kind has a property of
 * RiC-O for browsing and a class of {@code rico:Relation} for all that is to be said about it.
 */
public enum RelationKind {
  PARENT(
      "parent",
      "父母",
      Rico.isChildOf,
      Rico.ChildRelation,
      Role.TARGET,
      types(PERSON),
      types(PERSON),
      "父亲",
      "父",
      "母亲",
      "母",
      "养父",
      "养母"),
  CHILD(
      "child",
      "子女",
      Rico.hasChild,
      Rico.ChildRelation,
      Role.SOURCE,
      types(PERSON),
      types(PERSON),
      "儿子",
      "子",
      "女儿",
      "女",
      "长子",
      "次子",
      "长女",
      "次女",
      "养子",
      "养女"),
  SPOUSE(
      "spouse",
      "配偶",
      Rico.hasOrHadSpouse,
      Rico.SpouseRelation,
      Role.EITHER,
      types(PERSON),
      types(PERSON),
      "妻子",
      "妻",
      "丈夫",
      "夫"),
  SIBLING(
      "sibling",
      "兄弟姐妹",
      Rico.hasSibling,
      Rico.SiblingRelation,
      Role.EITHER,
      types(PERSON),
      types(PERSON),
      "胞弟",
      "胞兄",
      "胞姐",
      "胞妹",
      "弟",
      "兄",
      "姐",
      "妹",
      "弟弟",
      "哥哥",
      "姐姐",
      "妹妹"),
  KIN(
      "kin",
      "亲属",
      Rico.hasFamilyAssociationWith,
      Rico.FamilyRelation,
      Role.EITHER,
      types(PERSON),
      types(PERSON),
      "内弟",
      "内兄",
      "姐夫",
      "妹夫",
      "岳父",
      "岳母",
      "女婿",
      "儿媳",
      "叔父",
      "伯父",
      "舅父",
      "侄",
      "外甥",
      "堂兄",
      "堂弟",
      "表兄",
      "表弟"),
  TEACHER(
      "teacher",
      "老师",
      Rico.hasOrHadTeacher,
      Rico.TeachingRelation,
      Role.TARGET,
      types(PERSON),
      types(PERSON),
      "校长",
      "塾师",
      "导师"),
  STUDENT(
      "student",
      "学生",
      Rico.hasOrHadStudent,
      Rico.TeachingRelation,
      Role.SOURCE,
      types(PERSON),
      types(PERSON)),
  CORRESPONDENT(
      "correspondent",
      "通信",
      Rico.hasOrHadCorrespondent,
      Rico.CorrespondenceRelation,
      Role.EITHER,
      types(PERSON),
      types(PERSON),
      "通信人",
      "书信往来"),
  ACQUAINTANCE(
      "acquaintance",
      "交往",
      Rico.knows,
      Rico.KnowingRelation,
      Role.EITHER,
      types(PERSON),
      types(PERSON),
      "朋友",
      "友人",
      "同学",
      "同窗",
      "师友",
      "同乡"),
  MEMBER(
      "member",
      "成员",
      Rico.isOrWasMemberOf,
      Rico.MembershipRelation,
      Role.TARGET,
      types(PERSON),
      types(ORGANISATION, FAMILY),
      "社员",
      "会员"),
  STUDIED_AT(
      "studied-at",
      "就读",
      Rico.isOrWasMemberOf,
      Rico.StudyAtRelation,
      Role.TARGET,
      types(PERSON),
      types(ORGANISATION),
      "毕业",
      "肄业"),
  LEADER(
      "leader",
      "领导",
      Rico.isOrWasLeaderOf,
      Rico.LeadershipRelation,
      Role.SOURCE,
      types(PERSON),
      types(ORGANISATION)),
  WORK(
      "work",
      "共事",
      Rico.hasOrHadWorkRelationWith,
      Rico.WorkRelation,
      Role.EITHER,
      types(PERSON, ORGANISATION, FAMILY),
      types(PERSON, ORGANISATION, FAMILY),
      "同事",
      "合作"),
  POSITION(
      "position",
      "任职",
      Rico.hasOrHadWorkRelationWith,
      Rico.PositionHoldingRelation,
      Role.SOURCE,
      types(PERSON),
      types(ORGANISATION),
      "任教",
      "社长",
      "校长",
      "主编",
      "编辑",
      "书记",
      "教师"),
  SUBORDINATE(
      "subordinate",
      "隶属",
      Rico.isOrWasSubordinateTo,
      Rico.AgentHierarchicalRelation,
      Role.TARGET,
      types(ORGANISATION),
      types(ORGANISATION),
      "上级"),
  PREDECESSOR(
      "predecessor",
      "前身",
      Rico.isSuccessorOf,
      Rico.AgentTemporalRelation,
      Role.TARGET,
      types(ORGANISATION, FAMILY),
      types(ORGANISATION, FAMILY)),
  ASSOCIATE(
      "associate",
      "相关",
      Rico.isAgentAssociatedWithAgent,
      Rico.AgentToAgentRelation,
      Role.EITHER,
      types(PERSON, ORGANISATION, FAMILY),
      types(PERSON, ORGANISATION, FAMILY)),
  PARTICIPANT(
      "participant",
      "参与者",
      Rico.hasOrHadParticipant,
      Rico.EventRelation,
      Role.SOURCE,
      types(EVENT),
      types(PERSON, ORGANISATION, FAMILY)),
  LOCATION(
      "location",
      "地点",
      Rico.hasOrHadLocation,
      Rico.PlaceRelation,
      Role.TARGET,
      types(EVENT),
      types(PLACE)),
  PART_OF_EVENT(
      "part-of-event",
      "所属事件",
      Rico.isOrWasSubeventOf,
      Rico.WholePartRelation,
      Role.TARGET,
      types(EVENT),
      types(EVENT)),
  WITHIN(
      "within",
      "隶于",
      Rico.isOrWasContainedBy,
      Rico.WholePartRelation,
      Role.TARGET,
      types(PLACE),
      types(PLACE)),
  CREATOR(
      "creator",
      "责任者",
      Rico.hasCreator,
      Rico.CreationRelation,
      Role.SOURCE,
      types(RECORD),
      types(PERSON, ORGANISATION, FAMILY)),
  SENDER(
      "sender",
      "发信人",
      Rico.hasSender,
      Rico.Relation,
      Role.SOURCE,
      types(RECORD),
      types(PERSON, ORGANISATION, FAMILY)),
  ADDRESSEE(
      "addressee",
      "收信人",
      Rico.hasAddressee,
      Rico.Relation,
      Role.SOURCE,
      types(RECORD),
      types(PERSON, ORGANISATION, FAMILY)),
  SUBJECT(
      "subject",
      "主题",
      Rico.hasOrHadSubject,
      Rico.Relation,
      Role.SOURCE,
      types(RECORD),
      types(PERSON, ORGANISATION, FAMILY, THEME)),
  RECORD_PLACE(
      "record-place",
      "相关地点",
      Rico.isAssociatedWithPlace,
      Rico.PlaceRelation,
      Role.TARGET,
      types(RECORD),
      types(PLACE)),
  RECORD_EVENT(
      "record-event",
      "相关事件",
      Rico.isAssociatedWithEvent,
      Rico.EventRelation,
      Role.TARGET,
      types(RECORD),
      types(EVENT));

  /** At which end of the relation the entity stands that says so. */
  enum Role {
    SOURCE,
    TARGET,
    EITHER
  }

  private final String slug;
  private final String label;
  private final Property property;
  private final Resource relation;
  private final Role role;
  private final Set<EntityType> from;
  private final Set<EntityType> to;
  private final List<String> words;

  RelationKind(
      String slug,
      String label,
      Property property,
      Resource relation,
      Role role,
      Set<EntityType> from,
      Set<EntityType> to,
      String... words) {
    this.slug = "relation-" + slug;
    this.label = label;
    this.property = property;
    this.relation = relation;
    this.role = role;
    this.from = from;
    this.to = to;
    this.words = List.of(words);
  }

  public String slug() {
    return slug;
  }

  public String label() {
    return label;
  }

  /** The property that leads from the one who says so to the other. */
  public Property property() {
    return property;
  }

  /** The other entity may be of these types. */
  public Set<EntityType> to() {
    return to;
  }

  Resource relation() {
    return relation;
  }

  Role role() {
    return role;
  }

  /** Whether this is a word for it. */
  public boolean means(String word) {
    return label.equals(word) || words.contains(word);
  }

  /** Whether the one can say this of the other. */
  public boolean allows(EntityIri self, EntityIri other) {
    return from.contains(self.type()) && to.contains(other.type());
  }

  /** Whether the property alone says which kind it is. */
  boolean isBareProperty() {
    return this != POSITION && this != STUDIED_AT;
  }

  /** The kinds that an entity of this type can have. */
  public static List<RelationKind> of(EntityType self) {
    return Arrays.stream(values()).filter(kind -> kind.from.contains(self)).toList();
  }

  /**
   * What kind a word of a catalogue means, such as 胞弟 or 校长, between these two; {@link #ASSOCIATE}
   * if the word says no more than that they have to do with each other.
   */
  public static RelationKind ofWord(String word, EntityIri self, EntityIri other) {
    return Arrays.stream(values())
        .filter(kind -> kind.allows(self, other))
        .filter(kind -> kind.means(word))
        .findFirst()
        .orElse(ASSOCIATE);
  }

  static Optional<RelationKind> ofSlug(String slug) {
    return Arrays.stream(values()).filter(kind -> kind.slug.equals(slug)).findFirst();
  }

  private static Set<EntityType> types(EntityType first, EntityType... others) {
    return EnumSet.of(first, others);
  }
}
