package cn.lantai.exchange;

import cn.lantai.entity.EntityIri;
import java.util.List;

/** Which part of the holdings is exported. What it refers to comes along, see {@link Export}. */
public sealed interface Scope {

  /** All that the stage holds. */
  record Everything() implements Scope {}

  /** The fonds of one archive. */
  record Holder(EntityIri archive) implements Scope {}

  /** A fonds, or a series or file with all below it. */
  record Branch(EntityIri set) implements Scope {}

  /** These entities and nothing below them. */
  record Entities(List<EntityIri> entities) implements Scope {

    public Entities {
      entities = List.copyOf(entities);
    }
  }
}
