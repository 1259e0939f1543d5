namespace AsyncBot.TestKit;

/// <summary>Builds each part from the ones it asks for, once, as the host's container does.</summary>
internal sealed class Parts : IServiceProvider
{
    private readonly List<object> _given = [];
    private readonly Dictionary<Type, object> _built = [];

    public Parts() => _given.Add(this);

    public T Add<T>(T part) where T : class
    {
        _given.Add(part);
        return part;
    }

    public T Build<T>() where T : class => (T)GetService(typeof(T));

    public object GetService(Type serviceType)
    {
        lock (_built)
        {
            if (_given.Find(serviceType.IsInstanceOfType) is { } given)
                return given;
            if (_built.TryGetValue(serviceType, out var known))
                return known;
            if (serviceType.IsGenericType && serviceType.GetGenericTypeDefinition() == typeof(IEnumerable<>))
                return _built[serviceType] = All(serviceType.GetGenericArguments()[0]);
            if (serviceType.IsAbstract)
                throw new InvalidOperationException($"Nobody gave a {serviceType.Name}.");
            var constructor = serviceType.GetConstructors().Single();
            return _built[serviceType] = constructor.Invoke([.. constructor.GetParameters().Select(each => GetService(each.ParameterType))]);
        }
    }

    private Array All(Type type)
    {
        var parts = _given.Where(type.IsInstanceOfType).ToList();
        var all = Array.CreateInstance(type, parts.Count);
        for (var at = 0; at < parts.Count; at++)
            all.SetValue(parts[at], at);
        return all;
    }
}
