namespace BlockAssist.Learner.Leases;

/// <summary>A segment of somebody's, of which all that can be checked without a step was found sound.</summary>
internal interface ISoundSegment
{
    /// <summary>Its states as files.</summary>
    LeaseStates States { get; }

    /// <summary>Where it starts.</summary>
    LeaseMoment Before { get; }

    /// <summary>Makes all its steps and compares.</summary>
    LeaseFinding Replay(CancellationToken cancellation);

    /// <summary>Where some of its steps lead.</summary>
    LeaseMoment After(int steps, CancellationToken cancellation);

    /// <summary>Makes one of its steps and compares.</summary>
    /// <param name="number">Which one.</param>
    /// <param name="from">Where it is made.</param>
    /// <param name="to">Where it is said to lead; null for where the segment ends.</param>
    /// <param name="cancellation">Gives up.</param>
    LeaseFinding MakeStep(int number, LeaseMoment from, LeaseMoment? to, CancellationToken cancellation);
}
