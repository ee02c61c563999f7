package cn.lantai.ingest;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import java.util.Optional;
import java.util.function.Function;

/** What an import may write and tell, for who started it may not reach all there is. */
public interface Permit {

  Permit EVERYTHING =
      new Permit() {
        @Override
        public boolean mayTake(
            EntityGraph description, Function<EntityIri, Optional<EntityIri>> imported) {
          return true;
        }

        @Override
        public boolean mayName(EntityIri entity) {
          return true;
        }
      };

  /**
   * Whether a description may be saved.
   *
   * @param imported what entities lie in by earlier rows of the same import
   */
  boolean mayTake(EntityGraph description, Function<EntityIri, Optional<EntityIri>> imported);

  /** Whether the report may name something that was there before. */
  boolean mayName(EntityIri entity);
}
