namespace BlockAssist.Cli.Tests.Swarm.Namespaces;

/// <summary>What a test needs that makes networks: it skips where that is absent, or where nobody asked for it.</summary>
internal static class NamespacesNeeded
{
    private const string Variable = "BLOCKASSIST_NETNS";

    public static void Demand()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(Variable) == "1", $"takes ten minutes; asked for by {Variable}=1");
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "needs Linux, and root");
        Assert.SkipUnless(File.Exists("/dev/net/tun"), "needs /dev/net/tun");
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "ip"))), "needs ip, of the package iproute2");
    }
}
