namespace BlockAssist.Cli.Tests.Swarm.Namespaces;

/// <summary>A machine of a swarm: a node with a network namespace of its own.</summary>
internal sealed class SwarmMachine : NodeProcess
{
    public SwarmMachine(string name, string folder)
        : this(name, folder, new NetworkNamespace($"blockassist-{name}"))
    {
    }

    private SwarmMachine(string name, string folder, NetworkNamespace space)
        : base(name, folder, space.Start)
    {
        Namespace = space;
        MakeIdentity();
    }

    public NetworkNamespace Namespace { get; }

    public override void Dispose()
    {
        Namespace.Dispose();
        base.Dispose();
    }
}
