namespace BlockAssist.Net.Hub.Clusters;

/// <summary>A connection of a silo to what it shares with the others.</summary>
internal interface IClusterConnection : IAsyncDisposable
{
    /// <summary>The logs of the rounds.</summary>
    IRoundLog Log { get; }

    /// <summary>Lets a silo find the others over it.</summary>
    void FindSilos(ISiloBuilder silo);
}
