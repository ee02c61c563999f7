package cn.lantai.stage;

class MemoryGraphStoreTest extends GraphStoreContract {

  private final MemoryGraphStore store = new MemoryGraphStore();

  @Override
  protected GraphStore store() {
    return store;
  }
}
