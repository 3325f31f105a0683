namespace BlockAssist.Chain.Rpc;

/// <summary>Which chain whoever answers is of: behind an address there may be another one by now.</summary>
internal static class ChainCheck
{
    public static Task<ulong> ChainIdAsync(this IJsonRpc rpc, CancellationToken cancellation) =>
        rpc.AskAsync(new RpcCall("eth_chainId"), answer => Quantity.ReadUInt64(answer.GetString()), cancellation);

    public static async Task DemandChainAsync(this IJsonRpc rpc, string who, ulong chainId, CancellationToken cancellation)
    {
        var chain = await rpc.ChainIdAsync(cancellation);
        if (chain != chainId)
        {
            throw new ChainException(ChainFault.WrongChain, $"the {who} is of chain {chain}; expected {chainId}");
        }
    }
}
