using System.Reflection;
using BlockAssist.Simulation.Building;

namespace BlockAssist.Architecture.Tests;

/// <summary>The picture in docs/architecture.md, as tests.</summary>
public sealed class LayeringTests
{
    private static readonly Assembly Simulation = typeof(BuilderAction).Assembly;

    [Fact]
    public void The_simulation_stands_on_the_base_library_alone() =>
        Assert.All(ReferencesOf(Simulation), name => Assert.StartsWith("System", name, StringComparison.Ordinal));

    [Fact]
    public void The_simulation_opens_no_socket_and_no_window() =>
        Assert.DoesNotContain(ReferencesOf(Simulation), name => name.StartsWith("System.Net", StringComparison.Ordinal));

    [Fact]
    public void Nothing_keeps_mutable_static_state() =>
        Assert.Empty(
            from assembly in (Assembly[])[Simulation, Assembly.Load("blockassist")]
            from type in assembly.GetTypes()
            where !type.Name.Contains('<', StringComparison.Ordinal) && type.Namespace?.StartsWith("BlockAssist", StringComparison.Ordinal) == true
            from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            where !field.IsInitOnly && !field.IsLiteral && !field.Name.Contains('<', StringComparison.Ordinal)
            select $"{type.FullName}.{field.Name}");

    private static IEnumerable<string> ReferencesOf(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!);
}
