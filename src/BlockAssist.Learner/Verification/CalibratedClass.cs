namespace BlockAssist.Learner.Verification;

/// <summary>A class of device that was measured.</summary>
/// <param name="Name">What it is called in the report.</param>
/// <param name="Class">What it is.</param>
public sealed record CalibratedClass(string Name, DeviceClass Class);
