using System.Reflection;

namespace BlockAssist.Architecture.Tests;

/// <summary>The picture in docs/architecture.md, as tests.</summary>
public sealed class LayeringTests
{
    private const string Ours = "BlockAssist.";
    private const string Simulation = "BlockAssist.Simulation";
    private const string Learner = "BlockAssist.Learner";
    private const string Net = "BlockAssist.Net";
    private const string Chain = "BlockAssist.Chain";

    // Written by the compiler of protobuf.
    private const string Generated = "BlockAssist.Net.Messages.Wire";

    private static readonly string[] Siblings = ["BlockAssist.Game", Learner, Net, Chain];
    private static readonly string[] LearnerPackages = ["TorchSharp", "Microsoft.ML.OnnxRuntime", "ZstdSharp"];
    private static readonly string[] NetPackages =
    [
        "AWSSDK", "Google.Protobuf", "Microsoft.AspNetCore", "Microsoft.Data.Sqlite", "Microsoft.Extensions", "Microsoft.Net.Http.Headers", "Npgsql", "NSec.Cryptography", "Orleans", "Polly.Core", "StackExchange.Redis", "Stateless",
    ];

    private static readonly string[] ChainPackages = ["BouncyCastle.Cryptography", "Microsoft.Data.Sqlite", "NSec.Cryptography"];

    /// <summary>The siblings that there are.</summary>
    public static TheoryData<string> Built => [.. Siblings.Where(IsBuilt)];

    [Fact]
    public void The_simulation_stands_on_the_base_library_alone() =>
        Assert.All(ReferencesOf(Simulation), name => Assert.StartsWith("System", name, StringComparison.Ordinal));

    [Fact]
    public void The_simulation_opens_no_socket_and_no_window() =>
        Assert.DoesNotContain(ReferencesOf(Simulation), name => name.StartsWith("System.Net", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Built))]
    public void Siblings_know_the_simulation_and_never_each_other(string sibling) =>
        Assert.All(
            ReferencesOf(sibling).Where(name => name.StartsWith(Ours, StringComparison.Ordinal)),
            name => Assert.Equal(Simulation, name));

    [Fact]
    public void The_learner_stands_on_the_simulation_and_its_packages() =>
        Assert.All(
            ReferencesOf(Learner).Where(name => !name.StartsWith("System", StringComparison.Ordinal)),
            name => Assert.True(name == Simulation || LearnerPackages.Contains(name), name));

    [Fact]
    public void The_network_stands_on_the_simulation_and_its_packages() =>
        Assert.All(
            ReferencesOf(Net).Where(name => !name.StartsWith("System", StringComparison.Ordinal)),
            name => Assert.True(name == Simulation || NetPackages.Any(package => $"{name}.".StartsWith($"{package}.", StringComparison.Ordinal)), name));

    [Fact]
    public void The_chain_stands_on_the_simulation_and_its_packages() =>
        Assert.All(
            ReferencesOf(Chain).Where(name => !name.StartsWith("System", StringComparison.Ordinal)),
            name => Assert.True(name == Simulation || ChainPackages.Contains(name), name));

    [Fact]
    public void The_learner_opens_no_socket() =>
        Assert.DoesNotContain(ReferencesOf(Learner), name => name.StartsWith("System.Net", StringComparison.Ordinal));

    [Fact]
    public void Nothing_keeps_mutable_static_state() =>
        Assert.Empty(
            from name in (string[])[Simulation, .. Siblings.Where(IsBuilt), "blockassist"]
            from type in Assembly.Load(name).GetTypes()
            where !type.Name.Contains('<', StringComparison.Ordinal) && type.Namespace != Generated && type.Namespace?.StartsWith("BlockAssist", StringComparison.Ordinal) == true
            from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            where !field.IsInitOnly && !field.IsLiteral && !field.Name.Contains('<', StringComparison.Ordinal)
            select $"{type.FullName}.{field.Name}");

    private static bool IsBuilt(string name) => File.Exists(Path.Combine(AppContext.BaseDirectory, $"{name}.dll"));

    private static IEnumerable<string> ReferencesOf(string assembly) =>
        Assembly.Load(assembly).GetReferencedAssemblies().Select(reference => reference.Name!);
}
