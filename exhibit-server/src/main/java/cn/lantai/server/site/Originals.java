package cn.lantai.server.site;

import cn.lantai.entity.EntityIri;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.server.security.Visitor;
import cn.lantai.stage.StageKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Pictures that the public does not get yet, as pages of the workbench show them: as they were
 * stored.
 */
@ApplicationScoped
public class Originals {

  @Inject StageStores stores;
  @Inject Addresses addresses;
  @Inject Visitor visitor;

  /** For who asks, as far as he may see them so. */
  public Staging staging() {
    return Staging.ofOriginals(image -> visitor.rights().maySeeOriginal(image) && !isPublic(image));
  }

  private boolean isPublic(EntityIri image) {
    return stores
        .stage(StageKind.PUBLIC)
        .read(data -> new StageReader(data.getDefaultGraph(), addresses.base()).exists(image));
  }
}
