using System.Net;
using System.Net.Sockets;

namespace CommonGround.Testing;

/// <summary>A port of this machine that nobody listens on at the moment.</summary>
public static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
