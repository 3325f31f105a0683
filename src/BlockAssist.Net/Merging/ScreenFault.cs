namespace BlockAssist.Net.Merging;

/// <summary>Why an update is not merged, by its numbers alone.</summary>
public enum ScreenFault
{
    /// <summary>Nothing speaks against it.</summary>
    None,

    /// <summary>It has not as many numbers as the model has weights.</summary>
    WrongLength,

    /// <summary>Some of its numbers are none.</summary>
    NotFinite,

    /// <summary>It is far shorter than what others would change: hardly anything was done.</summary>
    TooShort,

    /// <summary>It is far longer than what others would change.</summary>
    TooLong,

    /// <summary>It is an earlier one of the same round over again.</summary>
    Copy,
}
