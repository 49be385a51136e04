#include "expr/functions.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "expr/call.hpp"
#include "expr/dict.hpp"
#include "expr/interpreter.hpp"
#include "expr/lipsum.hpp"
#include "expr/missing.hpp"
#include "expr/namespace.hpp"
#include "expr/operators.hpp"

namespace tizza::expr {
namespace {

constexpr int64_t kMostNumbers = 1'000'000;

class Function final : public Native {
 public:
  constexpr Function(std::string_view name, Object (*run)(Interpreter&, Arguments&))
      : name_(name), run_(run) {}

  std::string_view name() const { return name_; }
  std::string_view type_name() const override { return "function"; }
  bool is_callable() const override { return true; }
  Object call(Interpreter& vm, Arguments& arguments) override { return run_(vm, arguments); }

 private:
  std::string_view name_;
  Object (*run_)(Interpreter&, Arguments&);
};

Object run_range(Interpreter& vm, Arguments& arguments) {
  static const Signature kSignature{{"start", "stop", "step"}, 1};
  const Call call(vm, Object(), "range", kSignature, arguments);
  const bool has_start = call.has(1);
  const int64_t start = has_start ? call.integer(0) : 0;
  const int64_t stop = has_start ? call.integer(1) : call.integer(0);
  const int64_t step = call.integer(2, 1);
  if (step == 0) call.fail("the step of `range` cannot be 0");
  Objects items = vm.heap().objects();
  const bool is_empty = step > 0 ? start >= stop : start <= stop;
  if (!is_empty) {
    const uint64_t distance = step > 0 ? static_cast<uint64_t>(stop) - static_cast<uint64_t>(start)
                                       : static_cast<uint64_t>(start) - static_cast<uint64_t>(stop);
    const uint64_t pace = step > 0 ? static_cast<uint64_t>(step) : 0 - static_cast<uint64_t>(step);
    const uint64_t count = (distance - 1) / pace + 1;
    if (count > static_cast<uint64_t>(kMostNumbers)) {
      call.fail("a range of " + std::to_string(count) + " numbers is above the limit of " +
                std::to_string(kMostNumbers));
    }
    vm.heap().charge(count);
    items.reserve(count);
    for (uint64_t i = 0; i < count; ++i) {
      items.push_back(start + static_cast<int64_t>(i) * step);
    }
  }
  const Object range = vm.heap().sequence(Sequence::Flavor::kRange, std::move(items));
  range.sequence().start = start;
  range.sequence().stop = stop;
  range.sequence().step = step;
  return range;
}

// The pairs or the dict that `dict()` and `namespace()` may be given, then the named arguments.
Dict* make_dict(Interpreter& vm, Arguments& arguments, std::string_view name) {
  Dict* dict = vm.heap().dict();
  if (arguments.positional.size() > 1) {
    throw Failure("`" + std::string(name) + "` takes at most 1 argument without a name");
  }
  if (!arguments.positional.empty()) {
    const Object& given = arguments.positional[0];
    if (given.is_dict()) {
      for (const auto& [key, value] : given.dict().entries()) dict->set(key, value);
    } else {
      for (const Object& pair : vm.iterate(given).items) {
        const auto& parts = vm.iterate(pair).items;
        if (parts.size() != 2) throw Failure("a dict is made of pairs of keys and values");
        dict->set(parts[0], parts[1]);
      }
    }
  }
  for (const auto& [key, value] : arguments.named) dict->set(key, value);
  return dict;
}

Object run_dict(Interpreter& vm, Arguments& arguments) {
  return Object(make_dict(vm, arguments, "dict"));
}

Object run_namespace(Interpreter& vm, Arguments& arguments) {
  return make_namespace(vm.heap(), make_dict(vm, arguments, "namespace"));
}

/// `cycler("odd", "even")`: goes through its values again and again.
class Cycler final : public Native {
 public:
  Cycler(Heap& heap, const std::vector<Object>& values) : values_(heap.objects()) {
    values_.assign(values.begin(), values.end());
  }

  std::string_view type_name() const override { return "cycler"; }
  std::optional<Object> attribute(Interpreter& vm, std::string_view name) override {
    if (name == "current") return values_[at_];
    if (name == "next") return Object(vm.heap().make<Step>(*this, false));
    if (name == "reset") return Object(vm.heap().make<Step>(*this, true));
    return std::nullopt;
  }

 private:
  class Step final : public Native {
   public:
    Step(Cycler& cycler, bool resets) : cycler_(cycler), resets_(resets) {}
    std::string_view type_name() const override { return "function"; }
    bool is_callable() const override { return true; }
    Object call(Interpreter&, Arguments&) override {
      const Object now = resets_ ? Object() : cycler_.values_[cycler_.at_];
      cycler_.at_ = resets_ ? 0 : (cycler_.at_ + 1) % cycler_.values_.size();
      return now;
    }

   private:
    Cycler& cycler_;
    bool resets_;
  };

  Objects values_;
  size_t at_ = 0;
};

Object run_cycler(Interpreter& vm, Arguments& arguments) {
  if (arguments.positional.empty()) throw Failure("`cycler` needs values to go through");
  return Object(vm.heap().make<Cycler>(vm.heap(), arguments.positional));
}

/// `joiner(", ")`: nothing at the first call, then the separator.
class Joiner final : public Native {
 public:
  explicit Joiner(const Object& separator) : separator_(separator) {}

  std::string_view type_name() const override { return "joiner"; }
  bool is_callable() const override { return true; }
  Object call(Interpreter&, Arguments&) override {
    return std::exchange(is_used_, true) ? separator_ : Object(std::string_view());
  }

 private:
  Object separator_;
  bool is_used_ = false;
};

Object run_joiner(Interpreter& vm, Arguments& arguments) {
  static const Signature kSignature{{"sep"}};
  const Call call(vm, Object(), "joiner", kSignature, arguments);
  return Object(vm.heap().make<Joiner>(vm.heap().text(call.text(0, ", "))));
}

uint64_t random_number(Interpreter& vm) {
  constexpr size_t kBytes = sizeof(uint64_t);
  if (!vm.options().random_bytes) return vm.chance().next();
  uint64_t number = 0;
  for (const char c : vm.options().random_bytes(kBytes)) {
    number = number << 8 | static_cast<unsigned char>(c);
  }
  return number;
}

Object run_random_ascii_string(Interpreter& vm, Arguments& arguments) {
  static const Signature kSignature{{"length", "punctuation"}, 1};
  const Call call(vm, Object(), "random_ascii_string", kSignature, arguments);
  std::string characters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  if (call.flag(1)) characters += "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
  const auto length = static_cast<uint64_t>(std::max<int64_t>(call.integer(0), 0));
  vm.heap().charge_text(length);
  vm.heap().charge(length);
  std::string text;
  while (text.size() < length) text += characters[random_number(vm) % characters.size()];
  return vm.heap().text(text);
}

Object run_uuid4(Interpreter& vm, Arguments& arguments) {
  static const Signature kSignature;
  const Call call(vm, Object(), "uuid4", kSignature, arguments);
  const uint64_t high = (random_number(vm) & ~0xF000ull) | 0x4000ull;
  const uint64_t low = (random_number(vm) & ~(3ull << 62)) | (2ull << 62);
  char text[40];
  std::snprintf(text, sizeof text, "%08x-%04x-%04x-%04x-%012llx", static_cast<unsigned>(high >> 32),
                static_cast<unsigned>(high >> 16 & 0xFFFF), static_cast<unsigned>(high & 0xFFFF),
                static_cast<unsigned>(low >> 48),
                static_cast<unsigned long long>(low & 0xFFFFFFFFFFFFull));
  return vm.heap().text(text);
}

class GlobalFunctions final : public Names {
 public:
  const Object* find(std::string_view name) override {
    for (size_t i = 0; i < kCount; ++i) {
      if (functions_[i].name() == name) return &objects_[i];
    }
    return nullptr;
  }
  std::vector<std::string> all() const override {
    std::vector<std::string> names;
    for (const auto& function : functions_) names.emplace_back(function.name());
    return names;
  }

 private:
  static constexpr size_t kCount = 8;
  std::array<Function, kCount> functions_ = {
      Function("range", run_range),
      Function("dict", run_dict),
      Function("namespace", run_namespace),
      Function("cycler", run_cycler),
      Function("joiner", run_joiner),
      Function("lipsum", run_lipsum),
      Function("random_ascii_string", run_random_ascii_string),
      Function("uuid4", run_uuid4)};
  std::array<Object, kCount> objects_ = {Object(&functions_[0]), Object(&functions_[1]),
                                         Object(&functions_[2]), Object(&functions_[3]),
                                         Object(&functions_[4]), Object(&functions_[5]),
                                         Object(&functions_[6]), Object(&functions_[7])};
};

}  // namespace

Names& global_functions() {
  static GlobalFunctions functions;
  return functions;
}

}  // namespace tizza::expr
