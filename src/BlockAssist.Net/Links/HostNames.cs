namespace BlockAssist.Net.Links;

/// <summary>Names of hosts as they can be looked up.</summary>
internal static class HostNames
{
    // As many letters as the domain name system has room for.
    private const int Longest = 253;

    /// <summary>The host of an address, in the letters of the domain name system; null if it cannot be the name of any.</summary>
    public static string? Of(Uri uri)
    {
        try
        {
            return uri is { HostNameType: UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6, IdnHost: { Length: <= Longest } host } ? host : null;
        }
        catch (UriFormatException)
        {
            // Only now is it found out that a name in foreign letters is none.
            return null;
        }
    }
}
