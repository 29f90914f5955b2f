namespace CommonGround.Domain.Accounts;

/// <summary>What someone signs in with, as far as it helps them to know it again. Nothing finer is kept.</summary>
public sealed record Device(Browser Browser, OperatingSystemKind System)
{
    /// <param name="userAgent">What the browser says of itself: never a proof of anything.</param>
    public static Device Of(string userAgent)
    {
        bool Says(string part) => userAgent.Contains(part, StringComparison.OrdinalIgnoreCase);
        // Each of them also names those that came before it.
        var browser = Says("Edg") ? Browser.Edge : Says("Firefox") || Says("FxiOS") ? Browser.Firefox
            : Says("Chrome") || Says("CriOS") || Says("Chromium") ? Browser.Chrome : Says("Safari") ? Browser.Safari : Browser.Other;
        var system = Says("iPhone") || Says("iPad") ? OperatingSystemKind.Ios : Says("Android") ? OperatingSystemKind.Android
            : Says("Windows") ? OperatingSystemKind.Windows : Says("Mac OS") ? OperatingSystemKind.Mac : Says("Linux") || Says("X11") ? OperatingSystemKind.Linux
            : OperatingSystemKind.Other;
        return new Device(browser, system);
    }
}

/// <summary>The numbers are stored: never renumber.</summary>
public enum Browser
{
    Other = 0,
    Chrome = 1,
    Edge = 2,
    Firefox = 3,
    Safari = 4,
}

/// <summary>The numbers are stored: never renumber.</summary>
public enum OperatingSystemKind
{
    Other = 0,
    Windows = 1,
    Mac = 2,
    Linux = 3,
    Android = 4,
    Ios = 5,
}
