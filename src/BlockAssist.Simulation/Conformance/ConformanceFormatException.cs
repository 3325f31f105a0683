namespace BlockAssist.Simulation.Conformance;

/// <summary>A file of recorded answers does not have the form that the check reads.</summary>
/// <param name="message">Where, what was found, what was expected.</param>
public sealed class ConformanceFormatException(string message) : Exception(message);
