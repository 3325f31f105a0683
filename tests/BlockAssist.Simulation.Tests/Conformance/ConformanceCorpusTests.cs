using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BlockAssist.Simulation.Conformance;

namespace BlockAssist.Simulation.Tests.Conformance;

/// <summary>Small cases of every kind, in the form that MBAG's runs are recorded in, one to a file.</summary>
public sealed class ConformanceCorpusTests
{
    // What a case asks; all else of it are answers, which are compared.
    private static readonly Regex Question = new(
        """
        ^\$\.(id|call|action|target|block|blocks|player|others|size|input|config|action_delay|outcome|start\.state
        |start\.(blocks|goal|last|pos|inv|t|global_timestep|sim0|max_pct|no_progress)
        |steps\[\d+\]\.a|rows\[\d+\]\[0\]|nearest_neighbor_block\[\d+\]\[0\]
        |queries\[\d+\]\.(action|target|block|player|others)|outputs\[\d+\]\.(transform|config|size))(?!\w)
        """,
        RegexOptions.IgnorePatternWhitespace);

    public static TheoryData<string> Cases => [.. Files().Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_answer_is_ours(string name)
    {
        var result = Check(File.ReadAllBytes(Path.Combine(Folder(), name)));

        Assert.Equal(string.Empty, string.Join('\n', result.Mismatches));
    }

    /// <summary>Nothing that is recorded is passed over in silence: each answer, when changed, is reported or refused.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_changed_answer_is_found(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder(), name));
        string[] paths = [.. Answers(JsonNode.Parse(text)!).Select(answer => answer.GetPath())];

        var passedOver = paths.Where((_, index) => !IsFoundWhenChanged(text, index)).ToList();

        Assert.Empty(passedOver);
    }

    [Fact]
    public void Damaged_cases_are_checked_or_refused_in_one_line()
    {
        var read = 0;

        var count = FuzzRun.Over([.. Files().Select(File.ReadAllBytes)], 150, damaged => read += IsRead(damaged) ? 1 : 0);

        Assert.InRange(read, count / 50, count - (count / 50)); // Neither all refused nor all read: the damage tests something.
    }

    private static bool IsFoundWhenChanged(string text, int index)
    {
        var changed = JsonNode.Parse(text)!;
        var answer = Answers(changed).ElementAt(index);
        var isFree = IsFree(answer);
        answer.ReplaceWith(Other(answer));
        try
        {
            return isFree || Check(Encoding.UTF8.GetBytes(changed.ToJsonString())).Mismatches.Count > 0;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }

    // A teleporting builder may stand at any place from which the cell is seen: where MBAG's does is not repeatable.
    private static bool IsFree(JsonValue answer) =>
        Regex.IsMatch(answer.GetPath(), @"^\$\.steps\[\d+\]\.pos") && answer.Root["config"]!["abilities"]!["teleportation"]!.GetValue<bool>();

    private static JsonNode Other(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.True => false,
        JsonValueKind.False => true,
        JsonValueKind.Number => value.GetValue<double>() + 1,
        _ => value.GetValue<string>() + "x",
    };

    private static IEnumerable<JsonValue> Answers(JsonNode line) => Leaves(line).Where(leaf => !Question.IsMatch(leaf.GetPath()));

    private static IEnumerable<JsonValue> Leaves(JsonNode? node) => node switch
    {
        JsonObject branch => branch.SelectMany(child => Leaves(child.Value)),
        JsonArray list => list.SelectMany(Leaves),
        JsonValue leaf => [leaf],
        _ => [],
    };

    private static bool IsRead(byte[] damaged)
    {
        try
        {
            _ = Check(damaged);
            return true;
        }
        catch (InvalidDataException refusal)
        {
            Assert.DoesNotContain(refusal.Message, char.IsControl);
            return false;
        }
    }

    private static CheckResult Check(byte[] file) => ConformanceFile.Check(new MemoryStream(file), "case").Result;

    private static string Folder() =>
        Path.Combine(SharedData.CheckoutRoot(), "tests", "BlockAssist.Simulation.Tests", "Conformance", "Corpus");

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Folder(), "*.jsonl").Order(StringComparer.Ordinal);
}
