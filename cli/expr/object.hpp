#pragma once
#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

namespace tizza::expr {

class Dict;
class Heap;
class Native;
struct Missing;
struct Sequence;

enum class Kind : uint8_t {
  kUndefined,
  kNone,
  kBool,
  kInt,
  kFloat,
  kString,
  kSequence,  ///< Lists, tuples, ranges, iterators and the views of a dict.
  kDict,
  kNative,  ///< Macros, functions, `loop`, namespaces, imported templates.
};

/// A value while a template runs, with the semantics of the Python value it stands for. Two words;
/// what it points to lives in the Heap of the rendering.
class Object {
 public:
  Object() = default;
  Object(bool value) : kind_(Kind::kBool) { data_.boolean = value; }
  Object(int64_t value) : kind_(Kind::kInt) { data_.integer = value; }
  Object(double value) : kind_(Kind::kFloat) { data_.real = value; }
  /// The bytes must outlive the rendering. A safe text is not escaped again when it is printed.
  explicit Object(std::string_view text, bool is_safe = false)
      : kind_(Kind::kString), is_safe_(is_safe), size_(static_cast<uint32_t>(text.size())) {
    data_.text = text.data();
  }
  explicit Object(Sequence* sequence) : kind_(Kind::kSequence) { data_.sequence = sequence; }
  explicit Object(Dict* dict) : kind_(Kind::kDict) { data_.dict = dict; }
  explicit Object(Native* native) : kind_(Kind::kNative) { data_.native = native; }
  explicit Object(const Missing* missing) : kind_(Kind::kUndefined) { data_.missing = missing; }
  Object(const char*) = delete;

  Kind kind() const { return kind_; }
  bool is_undefined() const { return kind_ == Kind::kUndefined; }
  bool is_none() const { return kind_ == Kind::kNone; }
  bool is_bool() const { return kind_ == Kind::kBool; }
  bool is_int() const { return kind_ == Kind::kInt || kind_ == Kind::kBool; }  ///< As in Python.
  bool is_float() const { return kind_ == Kind::kFloat; }
  bool is_number() const { return is_int() || is_float(); }
  bool is_string() const { return kind_ == Kind::kString; }
  bool is_safe() const { return is_safe_; }
  bool is_sequence() const { return kind_ == Kind::kSequence; }
  bool is_list() const;
  bool is_tuple() const;
  bool is_iterator() const;
  bool is_dict() const { return kind_ == Kind::kDict; }
  bool is_native() const { return kind_ == Kind::kNative; }

  // Each asks for the kind that its name says.
  bool boolean() const { return data_.boolean; }
  int64_t integer() const { return is_bool() ? data_.boolean : data_.integer; }
  double real() const { return is_float() ? data_.real : static_cast<double>(integer()); }
  std::string_view text() const { return {data_.text, size_}; }
  Sequence& sequence() const { return *data_.sequence; }
  Dict& dict() const { return *data_.dict; }
  Native& native() const { return *data_.native; }
  const Missing& missing() const { return *data_.missing; }

  /// Python's `is`: the same thing, not an equal one. Small values are themselves.
  bool is_same(const Object& other) const;

 private:
  Kind kind_ = Kind::kNone;
  bool is_safe_ = false;
  uint32_t size_ = 0;
  union {
    bool boolean;
    int64_t integer;
    double real;
    const char* text;
    Sequence* sequence;
    Dict* dict;
    Native* native;
    const Missing* missing;
  } data_ = {.integer = 0};
};

using Objects = std::pmr::vector<Object>;

/// Everything that Python iterates by position. Only lists change.
struct Sequence {
  enum class Flavor : uint8_t { kList, kTuple, kRange, kIterator, kKeys, kValues, kItems };

  Sequence(Flavor what, Objects values) : flavor(what), items(std::move(values)) {}

  Flavor flavor;
  Objects items;
  size_t next = 0;                        ///< Iterators: the first item that nobody took yet.
  bool is_group = false;                  ///< Tuples of groupby, which have `grouper` and `list`.
  int64_t start = 0, stop = 0, step = 1;  ///< Ranges.
};

/// The name Python users know: `str`, `list`, `dict`; used in messages.
std::string_view type_name(const Object& object);

/// Python's bool(). An undefined value fails.
bool truth(const Object& object);

/// Python's ==. Never fails for different kinds; undefined values fail.
bool equal(Heap& heap, const Object& a, const Object& b, uint32_t depth = 0);

/// Python's ordering: negative, 0 or positive. Kinds without an order among them fail, and so do
/// NaNs, for which `is_unordered` is set where it is given.
int compare(Heap& heap, const Object& a, const Object& b, bool* is_unordered = nullptr,
            uint32_t depth = 0);

/// Equal values have equal hashes, across int, float and bool. Lists and dicts fail.
size_t hash(Heap& heap, const Object& object, uint32_t depth = 0);

/// How deep values may be nested where they are compared, printed or converted.
inline constexpr uint32_t kMaxNesting = 200;

/// Fails where `depth` is above kMaxNesting.
void check_nesting(uint32_t depth);

}  // namespace tizza::expr
