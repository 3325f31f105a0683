using System.Text.Json;
using BlockAssist.Chain.Tests.Solidity;

namespace BlockAssist.Chain.Tests.Interop;

/// <summary>What is made here and what ethers and viem make is the same, byte for byte, in both ways.</summary>
public sealed class InteropTests(NodeTools tools) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<int> OtherSeeds => [.. Enumerable.Range(2, 19)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task What_is_made_here_ethers_and_viem_make_too() => WeMakeAsync(seed: 1);

    [Fact]
    public Task What_ethers_and_viem_make_is_read_here_and_what_is_damaged_is_refused() => TheyMakeAsync(seed: 1);

    [Theory(Explicit = true)]
    [MemberData(nameof(OtherSeeds))]
    public async Task Both_ways_by_other_chances(int seed)
    {
        await WeMakeAsync(seed);
        await TheyMakeAsync(seed);
    }

    private async Task WeMakeAsync(int seed)
    {
        await tools.DemandAsync();
        var (cases, path) = (new OurCases(new Chance(seed), _folder.Path), Path.Combine(_folder.Path, "ours.json"));
        await File.WriteAllTextAsync(path, cases.Make().ToJsonString(), TestContext.Current.CancellationToken);

        var compared = await RunAsync("check", path);

        Tell(seed, "compared", compared);
        Assert.Equal(cases.Expected.OrderBy(one => one.Key, StringComparer.Ordinal), compared);
        Assert.True(compared.Sum(one => one.Value) > 3_000);
    }

    private async Task TheyMakeAsync(int seed)
    {
        await tools.DemandAsync();
        var (cases, path) = (new TheirCases(_folder.Path), Path.Combine(_folder.Path, "theirs.json"));
        var made = await RunAsync("make", path, $"{seed}");
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));

        cases.Read(document.RootElement);

        Tell(seed, "made", made);
        Tell(seed, "taken", cases.Taken);
        Tell(seed, "refused", cases.Refused);
        Assert.Equal(new SortedDictionary<string, int> { ["abi"] = 120, ["addresses"] = 100, ["ids"] = 60, ["keystores"] = 4, ["messages"] = 60, ["operations"] = 60, ["transactions"] = 60, ["trees"] = 12, ["typed"] = 60 }, made);
        var lines = document.RootElement.GetProperty("trees").EnumerateArray().Sum(tree => tree.GetProperty("lines").GetArrayLength());
        Assert.Equal(
            new SortedDictionary<string, int>
            {
                ["abi"] = 2 * made["abi"],
                ["addresses"] = 3 * made["addresses"],
                ["ids"] = 2 * made["ids"],
                ["keystores"] = made["keystores"],
                ["messages"] = 2 * made["messages"],
                ["operations"] = 2 * made["operations"],
                ["transactions"] = 6 * made["transactions"],
                ["trees"] = made["trees"] + (5 * lines),
                ["typed"] = 2 * made["typed"],
            },
            cases.Taken);
        Assert.Equal((5 * made["messages"], 22 * made["transactions"], 3 * made["keystores"]), (cases.Refused["messages"], cases.Refused["transactions"], cases.Refused["keystores"]));
        Assert.Equal(5 * made["typed"], cases.Refused["typed"]);
        Assert.True(cases.Refused["abi"] > 2 * made["abi"] && cases.Refused["addresses"] > 2 * made["addresses"]);
    }

    private static async Task<SortedDictionary<string, int>> RunAsync(params string[] words)
    {
        var (code, told) = await NodeTools.RunAsync("node", ["test/interop.mjs", .. words], TestContext.Current.CancellationToken);
        Assert.True(code == 0, told);
        return JsonSerializer.Deserialize<SortedDictionary<string, int>>(told)!;
    }

    private static void Tell(int seed, string what, IEnumerable<KeyValuePair<string, int>> counts) => TestContext.Current.TestOutputHelper!.WriteLine(
        $"seed {seed}: {what} {counts.Sum(one => one.Value)} ({string.Join(", ", counts.Select(one => $"{one.Key} {one.Value}"))})");
}
