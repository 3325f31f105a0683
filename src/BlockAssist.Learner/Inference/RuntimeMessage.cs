namespace BlockAssist.Learner.Inference;

/// <summary>What a runtime said, in one line.</summary>
internal static class RuntimeMessage
{
    /// <summary>The message of what an exception stems from, and its type.</summary>
    public static string Of(Exception exception)
    {
        var cause = exception.GetBaseException();
        var lines = cause.Message.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return $"{string.Join(' ', lines).TrimEnd('.')} ({cause.GetType().Name})";
    }
}
