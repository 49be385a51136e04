#include "expr/namespace.hpp"

#include "expr/dict.hpp"
#include "expr/native.hpp"
#include "expr/printing.hpp"

namespace tizza::expr {
namespace {

class Namespace final : public Native {
 public:
  Namespace(Heap& heap, Dict* attributes) : heap_(heap), attributes_(attributes) {}

  std::string_view type_name() const override { return "namespace"; }
  std::string describe() const override {
    return "<Namespace " + to_text(heap_, Object(attributes_)) + ">";
  }
  std::optional<Object> attribute(Interpreter&, std::string_view name) override {
    const Object* found = attributes_->find(name);
    return found ? std::optional(*found) : std::nullopt;
  }
  void set(std::string_view name, const Object& value) { attributes_->set(name, value); }

 private:
  Heap& heap_;
  Dict* attributes_;
};

}  // namespace

Object make_namespace(Heap& heap, Dict* attributes) {
  return Object(heap.make<Namespace>(heap, attributes));
}

bool set_in_namespace(const Object& owner, std::string_view name, const Object& value) {
  auto* space = owner.is_native() ? dynamic_cast<Namespace*>(&owner.native()) : nullptr;
  if (space) space->set(name, value);
  return space != nullptr;
}

}  // namespace tizza::expr
