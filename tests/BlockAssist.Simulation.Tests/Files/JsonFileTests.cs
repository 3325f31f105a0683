using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Simulation.Tests.Files;

public sealed class JsonFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly JsonFile<Garden> _file;

    public JsonFileTests() => _file = new JsonFile<Garden>(_folder.File("garden.json"), "gardens", GardenJson.Default.Garden);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_written_is_read_and_says_its_version_first()
    {
        Assert.Null(_file.Read());

        _file.Write(new Garden("back", new Fence(3, null)));

        Assert.Equal(new Garden("back", new Fence(3, null)), _file.Read());
        Assert.StartsWith("""{"version":1,"name":"back",""", File.ReadAllText(_file.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_before_versions_were_written_is_of_the_first()
    {
        File.WriteAllText(_file.Path, """{"name":"back","fence":null}""");

        Assert.Equal(new Garden("back", null), _file.Read());
    }

    [Fact]
    public void What_a_file_of_before_it_was_added_does_not_say_is_as_usual_but_for_what_is_demanded()
    {
        var file = new JsonFile<Shed>(_folder.File("shed.json"), "sheds", GardenJson.Default.Shed) { Usual = new Shed("") { Tools = ["spade"], Door = new Door() } };

        File.WriteAllText(file.Path, """{"name":"old","door":{"colour":"red"}}""");
        var shed = file.Read()!;
        Assert.Equal(("old", 2, "spade", "red", 3), (shed.Name, shed.Windows, shed.Tools.Single(), shed.Door?.Colour, shed.Door?.Hinges));

        File.WriteAllText(file.Path, """{"windows":1,"tools":[],"door":null,"name":"new"}""");
        shed = file.Read()!;
        Assert.Equal((1, 0, null), (shed.Windows, shed.Tools.Count, shed.Door));

        File.WriteAllText(file.Path, "{}");
        Assert.Throws<JsonException>(file.Read);
        File.WriteAllText(file.Path, """{"name":"one","name":"two"}""");
        Assert.Throws<JsonException>(file.Read);
    }

    [Fact]
    public void Members_that_nobody_here_knows_stay_also_within_others()
    {
        File.WriteAllText(_file.Path, """{"pond":{"fish":[1,2]},"name":"back","fence":{"height":3,"colour":"red","gate":"old"}}""");

        _file.Write(new Garden("front", new Fence(4, null)));

        var there = JsonNode.Parse(File.ReadAllText(_file.Path));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"version":1,"name":"front","fence":{"height":4,"gate":null,"colour":"red"},"pond":{"fish":[1,2]}}"""), there), there!.ToJsonString());
        _file.Write(new Garden("front", null));
        Assert.Null(JsonNode.Parse(File.ReadAllText(_file.Path))!["fence"]);
    }

    [Theory]
    [InlineData("{\"pond\":1,\"rec\u00ff\":true}")]
    [InlineData("""{"pond":1,"\ud800":true}""")]
    [InlineData("""{"weed":"\ud800"}""")]
    [InlineData("""{"weed":1,"weed":2}""")]
    [InlineData("""{"weed":{"deep":["\ud800"]}}""")]
    public void What_is_no_text_or_is_said_twice_is_written_over(string content)
    {
        File.WriteAllBytes(_file.Path, System.Text.Encoding.Latin1.GetBytes(content));

        _file.Write(new Garden("back", null));

        Assert.Equal(new Garden("back", null), _file.Read());
        Assert.DoesNotContain("weed", File.ReadAllText(_file.Path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"version":2}""")]
    [InlineData("""{"name":5,"flowers":{"version":1},"version":2}""")]
    [InlineData("""{"version":2,"flowers":["not even JSON""")]
    public void A_newer_file_is_neither_read_nor_written_over(string content)
    {
        File.WriteAllText(_file.Path, content);

        Newer.IsLeftAlone(
            _file.Path,
            "gardens",
            () => _file.Read(),
            () => _file.Write(new Garden("front", null)),
            () => _file.WritePrivate(new Garden("front", null)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[2]")]
    [InlineData("""{"name":""")]
    [InlineData("\0\0\0")]
    public void A_damaged_file_is_said_to_be_so_and_replaced(string content)
    {
        File.WriteAllText(_file.Path, content);
        Assert.Throws<JsonException>(() => _file.Read());

        _file.Write(new Garden("front", null));

        Assert.Equal(new Garden("front", null), _file.Read());
    }

    [Fact]
    public void The_version_of_anything_but_an_object_with_one_is_the_first() => FuzzRun.Over(
        ["""{"version":1,"a":{"version":9},"b":[]}"""u8.ToArray(), "[1]"u8.ToArray()],
        500,
        damaged => JsonVersion.Of(damaged));
}

internal sealed record Garden(string Name, Fence? Fence);

internal sealed record Fence(int Height, string? Gate);

internal sealed record Shed(string Name)
{
    public int Windows { get; init; } = 2;

    public IReadOnlyList<string> Tools { get; init; } = [];

    public Door? Door { get; init; }
}

internal sealed record Door
{
    public string Colour { get; init; } = "green";

    public int Hinges { get; init; } = 3;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Garden))]
[JsonSerializable(typeof(Shed))]
internal sealed partial class GardenJson : JsonSerializerContext;
