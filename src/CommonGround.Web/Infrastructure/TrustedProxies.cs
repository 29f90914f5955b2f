using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace CommonGround.Web.Infrastructure;

/// <summary>
/// <c>COMMONGROUND_PROXY</c>: the addresses or networks, separated by commas, of the proxies that stand before this process. What they say of
/// who asked and by which scheme holds (<c>X-Forwarded-For</c>, <c>X-Forwarded-Proto</c>); what anybody else says of it is not read. By
/// address the product counts tries to sign in and requests, so whoever could name their own would be counted nowhere.
/// </summary>
internal static class TrustedProxies
{
    private const string Setting = "COMMONGROUND_PROXY";

    /// <summary>First of all: whatever comes after asks for address and scheme.</summary>
    public static void UseTrustedProxies(this WebApplication app)
    {
        if (app.Configuration.GetValue("FORWARDEDHEADERS_ENABLED", false))
        {
            throw new StartRefusedException("ASPNETCORE_FORWARDEDHEADERS_ENABLED believes whatever anybody says of who they are. "
                + $"Take it away, and name the proxy in {Setting}.");
        }

        if (Read(app.Configuration[Setting]) is { KnownIPNetworks.Count: > 0 } trusted)
            app.UseForwardedHeaders(trusted);
    }

    internal static ForwardedHeadersOptions Read(string? given)
    {
        // As far back as those who say it are named, and no further: then through several proxies, too.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var one in given?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
            options.KnownIPNetworks.Add(NetworkOf(one));
        return options;
    }

    private static IPNetwork NetworkOf(string given)
    {
        if (IPAddress.TryParse(given, out var address))
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        if (IPNetwork.TryParse(given, out var network) && network.PrefixLength > 0)
            return network;
        throw new StartRefusedException($"{Setting} must read addresses or networks, separated by commas, for instance 10.0.0.5 or 10.0.0.0/24. "
            + $"It is not known who '{given}' is, or it is everybody.");
    }
}
