namespace BlockAssist.Cli.Swarm.Studies.Simulated;

/// <summary>What studies ask of a simulation.</summary>
/// <param name="note">What it came to.</param>
internal sealed class SimulatedFigures(StudyNote note)
{
    /// <summary>How many attackers there were.</summary>
    public double People => note.Values[Names.People];

    /// <summary>How many of them were shut out.</summary>
    public double Out => note.Values[Names.Out];

    /// <summary>After how many rounds on average.</summary>
    public double RoundsUntilOut => note.Values[Names.RoundsUntilOut];

    /// <summary>After how many at most.</summary>
    public double MostRounds => note.Values[Names.MostRounds];

    /// <summary>Their credit for a step really made, as a share of that of honest ones.</summary>
    public double Rate => note.Values[Names.Rate];

    /// <summary>How many honest ones were shut out.</summary>
    public double WronglyOut => note.Values[Names.WronglyOut];

    /// <summary>How many findings there were.</summary>
    public double Findings => note.Values[Names.Findings];

    /// <summary>How many envelopes were handled.</summary>
    public double Handled => note.Values[Names.Handled];

    /// <summary>How many leases there were.</summary>
    public double Leases => note.Values[Names.Leases];

    /// <summary>How many of them were credited.</summary>
    public double Credited => note.Values[Names.Credited];

    /// <summary>Steps made again, as a share of those trained.</summary>
    public double Verifying => note.Values[Names.Verifying];

    /// <summary>How many seconds of virtual time passed.</summary>
    public double VirtualSeconds => note.Values[Names.Virtual];

    /// <summary>What half of the coordinator's calls took at most, in microseconds.</summary>
    public double P50 => note.Values[Names.P50];

    /// <summary>What 99 of 100 took at most.</summary>
    public double P99 => note.Values[Names.P99];

    /// <summary>Memory an identity.</summary>
    public double Bytes => note.Values[Names.Bytes];

    /// <summary>How long it took, in seconds.</summary>
    public double Wall => note.Wall;

    /// <summary>How long processors worked, in seconds.</summary>
    public double Cpu => note.Cpu;

    /// <summary>What the figures are called in notes.</summary>
    internal static class Names
    {
        public const string People = "attackers";
        public const string Out = "out";
        public const string RoundsUntilOut = "rounds until out";
        public const string MostRounds = "most rounds until out";
        public const string Rate = "credit a step against honest";
        public const string WronglyOut = "honest out";
        public const string Findings = "findings";
        public const string Handled = "envelopes";
        public const string Leases = "leases";
        public const string Credited = "credited";
        public const string Verifying = "verifying";
        public const string Virtual = "virtual seconds";
        public const string P50 = "tell p50 µs";
        public const string P99 = "tell p99 µs";
        public const string Bytes = "bytes an identity";
    }
}
