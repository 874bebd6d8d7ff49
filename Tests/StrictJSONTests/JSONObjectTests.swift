import StrictJSON
import Testing

@Suite("Members of a JSON object")
struct JSONObjectTests {
  @Test func `a member that is set again keeps its place`() {
    var object: JSONObject = ["a": 1, "b": 2]
    object["a"] = 3
    object.append("c", 4)
    #expect(object == ["a": 3, "b": 2, "c": 4])
  }

  @Test func `a member set to nil is gone, and setting it again puts it last`() {
    var object: JSONObject = ["a": 1, "b": 2]
    object["a"] = nil
    #expect(object.keys == ["b"])
    object["a"] = 1
    #expect(object.keys == ["b", "a"])
  }

  @Test func `order is part of equality`() {
    let object: JSONObject = ["a": 1, "b": 2]
    #expect(object != ["b": 2, "a": 1])
    #expect(object.hashValue == (["a": 1, "b": 2] as JSONObject).hashValue)
  }

  @Test func `appending another object replaces and adds`() {
    var object: JSONObject = ["schema": 1, "a": 1]
    object.append(contentsOf: ["a": 2, "b": 3])
    #expect(object == ["schema": 1, "a": 2, "b": 3])
  }

  @Test func `of two members with one key the later value stays in the earlier place`() {
    #expect(JSONObject([("a", 1), ("b", 2), ("a", 3)]) == ["a": 3, "b": 2])
  }

  /// The table of many keys must agree with looking at each of few.
  @Test(arguments: [7, 8, 9, 10, 50])
  func `any number of members is found, changed and removed`(_ count: Int) {
    var object = JSONObject()
    for number in 0..<count { object["k\(number)"] = JSONValue(number) }
    object["k3"] = nil
    object["k5"] = "five"
    #expect(object.count == count - 1)
    #expect(object["k3"] == nil)
    #expect(object["k5"] == "five")
    #expect(object["k\(count - 1)"] == JSONValue(count - 1))
    #expect(object["k\(count)"] == nil)
  }
}
