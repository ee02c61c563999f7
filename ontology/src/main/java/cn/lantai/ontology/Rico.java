package cn.lantai.ontology;

import static org.apache.jena.rdf.model.ResourceFactory.createProperty;
import static org.apache.jena.rdf.model.ResourceFactory.createResource;

import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;

/** The terms of RiC-O 1.1 that the profile uses. */
public final class Rico {

  public static final String NS = "https://www.ica.org/standards/RiC/ontology#";
  public static final String RECORD_SET_TYPES =
      "https://www.ica.org/standards/RiC/vocabularies/recordSetTypes#";

  public static final Resource AgentHierarchicalRelation = resource("AgentHierarchicalRelation");
  public static final Resource AgentName = resource("AgentName");
  public static final Resource AgentTemporalRelation = resource("AgentTemporalRelation");
  public static final Resource AgentToAgentRelation = resource("AgentToAgentRelation");
  public static final Resource ChildRelation = resource("ChildRelation");
  public static final Resource CarrierType = resource("CarrierType");
  public static final Resource CorporateBody = resource("CorporateBody");
  public static final Resource CorrespondenceRelation = resource("CorrespondenceRelation");
  public static final Resource CreationRelation = resource("CreationRelation");
  public static final Resource Date = resource("Date");
  public static final Resource DocumentaryFormType = resource("DocumentaryFormType");
  public static final Resource Event = resource("Event");
  public static final Resource EventRelation = resource("EventRelation");
  public static final Resource Family = resource("Family");
  public static final Resource FamilyRelation = resource("FamilyRelation");
  public static final Resource Instantiation = resource("Instantiation");
  public static final Resource KnowingRelation = resource("KnowingRelation");
  public static final Resource Language = resource("Language");
  public static final Resource LeadershipRelation = resource("LeadershipRelation");
  public static final Resource MembershipRelation = resource("MembershipRelation");
  public static final Resource Name = resource("Name");
  public static final Resource OccupationType = resource("OccupationType");
  public static final Resource Person = resource("Person");
  public static final Resource Place = resource("Place");
  public static final Resource PlaceName = resource("PlaceName");
  public static final Resource PlaceRelation = resource("PlaceRelation");
  public static final Resource Position = resource("Position");
  public static final Resource PositionHoldingRelation = resource("PositionHoldingRelation");
  public static final Resource Proxy = resource("Proxy");
  public static final Resource Record = resource("Record");
  public static final Resource RecordSet = resource("RecordSet");
  public static final Resource Relation = resource("Relation");
  public static final Resource Rule = resource("Rule");
  public static final Resource SiblingRelation = resource("SiblingRelation");
  public static final Resource SpouseRelation = resource("SpouseRelation");
  public static final Resource StudyAtRelation = resource("StudyAtRelation");
  public static final Resource TeachingRelation = resource("TeachingRelation");
  public static final Resource WholePartRelation = resource("WholePartRelation");
  public static final Resource WorkRelation = resource("WorkRelation");

  public static final Resource Fonds = createResource(RECORD_SET_TYPES + "Fonds");
  public static final Resource Series = createResource(RECORD_SET_TYPES + "Series");
  public static final Resource File = createResource(RECORD_SET_TYPES + "File");

  public static final Property beginningDate = property("beginningDate");
  public static final Property conditionsOfUse = property("conditionsOfUse");
  public static final Property directlyIncludes = property("directlyIncludes");
  public static final Property directlyIncludesProxy = property("directlyIncludesProxy");
  public static final Property endDate = property("endDate");
  public static final Property existsOrExistedIn = property("existsOrExistedIn");
  public static final Property expressedDate = property("expressedDate");
  public static final Property generalDescription = property("generalDescription");
  public static final Property hasAddressee = property("hasAddressee");
  public static final Property hasBirthDate = property("hasBirthDate");
  public static final Property hasBirthPlace = property("hasBirthPlace");
  public static final Property hasChild = property("hasChild");
  public static final Property hasCreationDate = property("hasCreationDate");
  public static final Property hasCreator = property("hasCreator");
  public static final Property hasDeathDate = property("hasDeathDate");
  public static final Property hasDeathPlace = property("hasDeathPlace");
  public static final Property hasCarrierType = property("hasCarrierType");
  public static final Property hasDocumentaryFormType = property("hasDocumentaryFormType");
  public static final Property hasOrHadInstantiation = property("hasOrHadInstantiation");
  public static final Property hasEventType = property("hasEventType");
  public static final Property hasFamilyAssociationWith = property("hasFamilyAssociationWith");
  public static final Property hasOrHadAgentName = property("hasOrHadAgentName");
  public static final Property hasOrHadCorrespondent = property("hasOrHadCorrespondent");
  public static final Property hasOrHadHolder = property("hasOrHadHolder");
  public static final Property hasOrHadLanguage = property("hasOrHadLanguage");
  public static final Property hasOrHadLocation = property("hasOrHadLocation");
  public static final Property hasOrHadMainSubject = property("hasOrHadMainSubject");
  public static final Property hasOrHadName = property("hasOrHadName");
  public static final Property hasOrHadOccupationOfType = property("hasOrHadOccupationOfType");
  public static final Property hasOrHadParticipant = property("hasOrHadParticipant");
  public static final Property hasOrHadPlaceName = property("hasOrHadPlaceName");
  public static final Property hasOrHadRuleType = property("hasOrHadRuleType");
  public static final Property hasOrHadSpouse = property("hasOrHadSpouse");
  public static final Property hasOrHadStudent = property("hasOrHadStudent");
  public static final Property hasOrHadSubject = property("hasOrHadSubject");
  public static final Property hasOrHadTeacher = property("hasOrHadTeacher");
  public static final Property hasOrHadWorkRelationWith = property("hasOrHadWorkRelationWith");
  public static final Property hasRecordSetType = property("hasRecordSetType");
  public static final Property hasSender = property("hasSender");
  public static final Property hasSibling = property("hasSibling");
  public static final Property history = property("history");
  public static final Property identifier = property("identifier");
  public static final Property instantiationExtent = property("instantiationExtent");
  public static final Property isAgentAssociatedWithAgent = property("isAgentAssociatedWithAgent");
  public static final Property isAssociatedWithDate = property("isAssociatedWithDate");
  public static final Property isAssociatedWithEvent = property("isAssociatedWithEvent");
  public static final Property isAssociatedWithPlace = property("isAssociatedWithPlace");
  public static final Property isChildOf = property("isChildOf");
  public static final Property isDirectlyIncludedIn = property("isDirectlyIncludedIn");
  public static final Property isEvidencedBy = property("isEvidencedBy");
  public static final Property isOrWasContainedBy = property("isOrWasContainedBy");
  public static final Property isOrWasDigitalInstantiationOf =
      property("isOrWasDigitalInstantiationOf");
  public static final Property isOrWasLeaderOf = property("isOrWasLeaderOf");
  public static final Property isOrWasMemberOf = property("isOrWasMemberOf");
  public static final Property isOrWasRegulatedBy = property("isOrWasRegulatedBy");
  public static final Property isOrWasSubeventOf = property("isOrWasSubeventOf");
  public static final Property isOrWasSubordinateTo = property("isOrWasSubordinateTo");
  public static final Property isRelatedTo = property("isRelatedTo");
  public static final Property isSuccessorOf = property("isSuccessorOf");
  public static final Property knows = property("knows");
  public static final Property name = property("name");
  public static final Property normalizedDateValue = property("normalizedDateValue");
  public static final Property note = property("note");
  public static final Property proxyFor = property("proxyFor");
  public static final Property proxyInRecordSet = property("proxyInRecordSet");
  public static final Property rankInSequence = property("rankInSequence");
  public static final Property recordResourceExtent = property("recordResourceExtent");
  public static final Property relationCertainty = property("relationCertainty");
  public static final Property relationConnects = property("relationConnects");
  public static final Property relationHasDate = property("relationHasDate");
  public static final Property relationHasSource = property("relationHasSource");
  public static final Property relationHasTarget = property("relationHasTarget");
  public static final Property scopeAndContent = property("scopeAndContent");
  public static final Property technicalCharacteristics = property("technicalCharacteristics");
  public static final Property textualValue = property("textualValue");
  public static final Property thingIsConnectedToRelation = property("thingIsConnectedToRelation");
  public static final Property thingIsSourceOfRelation = property("thingIsSourceOfRelation");
  public static final Property thingIsTargetOfRelation = property("thingIsTargetOfRelation");
  public static final Property title = property("title");
  public static final Property type = property("type");

  private Rico() {}

  private static Property property(String name) {
    return createProperty(NS, name);
  }

  private static Resource resource(String name) {
    return createResource(NS + name);
  }
}
