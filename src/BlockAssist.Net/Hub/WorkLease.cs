namespace BlockAssist.Net.Hub;

/// <summary>Who does what the hub has to do: one at a time, and again by somebody else if nothing is heard any more. Only who holds the last token counts.</summary>
/// <param name="patience">How long one may be silent.</param>
internal sealed class WorkLease(TimeSpan patience)
{
    private object? _work;
    private string? _token;
    private DateTimeOffset _until;

    /// <summary>Takes work.</summary>
    /// <param name="work">What is to be done now.</param>
    /// <param name="now">When.</param>
    /// <returns>The token to answer with; null if somebody is at it.</returns>
    public string? TryTake(object work, DateTimeOffset now)
    {
        if (ReferenceEquals(work, _work) && _token is not null && now < _until)
        {
            return null;
        }

        (_work, _token, _until) = (work, Guid.NewGuid().ToString("N"), now + patience);
        return _token;
    }

    /// <summary>Says that somebody is still at it.</summary>
    /// <returns>Whether it is theirs to do.</returns>
    public bool Beat(string token, DateTimeOffset now)
    {
        var isTheirs = _token is not null && token == _token;
        _until = isTheirs ? now + patience : _until;
        return isTheirs;
    }

    /// <summary>Ends it.</summary>
    /// <param name="work">What is to be done now.</param>
    /// <param name="token">The token of who did it.</param>
    /// <returns>Whether it was theirs to do; a second answer is not.</returns>
    public bool TryEnd(object work, string token)
    {
        if (_token is null || token != _token || !ReferenceEquals(work, _work))
        {
            return false;
        }

        (_work, _token) = (null, null);
        return true;
    }
}
